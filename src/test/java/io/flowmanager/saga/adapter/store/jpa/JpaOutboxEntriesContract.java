// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Commands come into the outbox once, however often they are handed over. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class JpaOutboxEntriesContract {

  private static final Instant NOW = SettableClock.START;

  private final OutboxTables outbox = open();

  abstract OutboxTables open();

  @BeforeEach
  void forgetAll() {
    outbox.clear();
  }

  @AfterAll
  void close() {
    outbox.close();
  }

  private static List<PendingCommand> commands(Instant due, long... sequences) {
    var change = created(aSaga().withMetadata("{\"text\": \"é\", \"number\": 1.50}"));
    for (long sequence : sequences) {
      change.sends(sequence, due);
    }
    return change.build().commands();
  }

  private static List<Long> sequences(List<PendingCommand> commands) {
    return commands.stream().map(command -> command.command().id().sequence()).toList();
  }

  @Test
  void commandIsClaimedAsItWasHandedOver() {
    List<PendingCommand> commands = commands(NOW, 3);

    outbox.handOver().handOver(commands);

    assertThat(outbox.claim(NOW))
        .singleElement()
        .extracting(PendingCommand::command)
        .isEqualTo(commands.get(0).command());
  }

  @Test
  void leaseOfACommandIsKept() {
    outbox.handOver().handOver(commands(NOW.plusSeconds(9), 0));

    assertThat(outbox.claim(NOW.plusSeconds(8))).isEmpty();
    assertThat(outbox.claim(NOW.plusSeconds(9))).hasSize(1);
  }

  @Test
  void repeatStoresOnlyWhatIsMissing() {
    outbox.handOver().handOver(commands(NOW.plusSeconds(9), 0));

    outbox.handOver().handOver(commands(NOW, 0, 1));

    assertThat(outbox.claim(NOW)).isEmpty();
    assertThat(sequences(outbox.claim(NOW.plusSeconds(9)))).containsExactly(0L, 1L);
  }
}
