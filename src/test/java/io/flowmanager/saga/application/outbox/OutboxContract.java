// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Postpone;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Release;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.StoreContract;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.ChangeBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link Outbox} promises, whatever keeps the commands. */
public abstract class OutboxContract extends StoreContract {

  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void dueCommandIsClaimedAsItWasStored() {
    ChangeBuilder change =
        created(aSaga().inState("paid").withMetadata("{\"a\": {\"b\": 1}}")).sends(4, NOW);
    commit(change);

    List<PendingCommand> claimed = claim(NOW);

    PendingCommand stored = change.build().commands().get(0);
    assertThat(claimed)
        .containsExactly(new PendingCommand(stored.flow(), stored.command(), 0, LEASED, true));
  }

  @Test
  void commandIsDueFromItsTimeOn() {
    commit(created(aSaga()).sends(0, NOW));

    assertThat(claim(NOW.minusMillis(1))).isEmpty();
    assertThat(claim(NOW)).hasSize(1);
  }

  @Test
  void claimedCommandIsDueAgainWhenItsLeaseIsOver() {
    commit(created(aSaga()).sends(0, NOW));
    claim(NOW);

    assertThat(claim(LEASED.minusMillis(1))).isEmpty();
    assertThat(ids(claim(LEASED))).containsExactly("saga-1.0");
  }

  @Test
  void rolledBackClaimLeavesTheCommandDue() {
    commit(created(aSaga()).sends(0, NOW));

    try (var session = store().begin()) {
      assertThat(session.outbox().claim(NOW, LEASED, ClaimLimits.of(10))).hasSize(1);
    }

    assertThat(claim(NOW)).hasSize(1);
  }

  @Test
  void commandsOfASagaAreClaimedTogetherInTheirOrder() {
    commit(
        created(aSaga()).sends(7, NOW).sends(3, NOW).sends(12, NOW),
        created(aSaga().withId("saga-2")).sends(0, NOW).sends(1, NOW.minusSeconds(1)));

    assertThat(ids(claim(NOW)))
        .containsExactlyInAnyOrder("saga-1.3", "saga-1.7", "saga-1.12", "saga-2.0", "saga-2.1")
        .containsSubsequence("saga-1.3", "saga-1.7", "saga-1.12")
        .containsSubsequence("saga-2.0", "saga-2.1");
  }

  @Test
  void nothingBehindAGapIsClaimed() {
    commit(created(aSaga()).sends(0, NOW).sends(1, NOW).sends(2, LATER).sends(3, NOW));

    assertThat(ids(claim(NOW))).containsExactly("saga-1.0", "saga-1.1");
  }

  @Test
  void nothingOfASagaIsClaimedWhileItsOldestIsNotDue() {
    commit(created(aSaga()).sends(0, LATER).sends(1, NOW));

    assertThat(claim(NOW)).isEmpty();
  }

  @Test
  void whatWaitsBehindItsOldestCommandStandsInNobodysWayAndStaysDue() {
    commit(created(aSaga()).sends(0, LATER).sends(1, NOW).sends(2, NOW));
    commit(created(aSaga().withId("saga-2")).sends(0, NOW.plusMillis(1)));
    assertThat(claim(NOW, 2)).isEmpty();

    assertThat(ids(claim(NOW.plusMillis(1), 1))).containsExactly("saga-2.0");

    store().run(session -> session.outbox().remove(List.of(id(0))));
    assertThat(ids(claim(NOW.plusMillis(1)))).containsExactly("saga-1.1", "saga-1.2");
  }

  @Test
  void whatIsDueBehindAGapIsPassedOverForAWhile() {
    commit(created(aSaga()).sends(0, NOW).sends(1, LATER).sends(2, NOW));

    assertThat(ids(claim(NOW))).containsExactly("saga-1.0");

    store().run(session -> session.outbox().remove(List.of(id(0), id(1))));
    assertThat(claim(NOW.plus(Outbox.PASSED_OVER).minusMillis(1))).isEmpty();
    assertThat(ids(claim(NOW.plus(Outbox.PASSED_OVER)))).containsExactly("saga-1.2");
  }

  @Test
  void channelThatIsLimitedGetsThatManyAndStandsInNobodysWay() {
    for (int i = 0; i < 20; i++) {
      commit(created(aSaga().withId("saga-1" + i)).sends("stock", 0, NOW).sends("stock", 1, NOW));
    }
    commit(created(aSaga().withId("saga-2")).sends(0, NOW.plusMillis(1)));
    Instant later = NOW.plusMillis(1);

    assertThat(ids(claim(later, narrow(1, 0)))).containsExactly("saga-2.0");
    assertThat(ids(claim(later, narrow(1, 3)))).hasSize(3).allMatch(id -> id.endsWith(".0"));
    assertThat(claim(later, narrow(1, 100))).hasSize(17);
  }

  @Test
  void commandBehindOneOfALimitedChannelWaitsForIt() {
    commit(created(aSaga()).sends("stock", 0, NOW).sends(1, NOW));

    assertThat(claim(NOW, narrow(10, 0))).isEmpty();
    assertThat(ids(claim(NOW, narrow(10, 1)))).containsExactly("saga-1.0");
    store().run(session -> session.outbox().remove(List.of(id(0))));
    assertThat(ids(claim(NOW, narrow(10, 0)))).containsExactly("saga-1.1");
  }

  private static ClaimLimits narrow(int commands, int stock) {
    return new ClaimLimits(
        commands, Map.of(new Channels.Key(new FlowName("order"), "stock"), stock));
  }

  @Test
  void limitIsKeptAndTheLongestDueComeFirst() {
    commit(
        created(aSaga().withId("saga-1")).sends(0, NOW.minusSeconds(1)),
        created(aSaga().withId("saga-2")).sends(0, NOW.minusSeconds(3)),
        created(aSaga().withId("saga-3")).sends(0, NOW.minusSeconds(2)));

    assertThat(ids(claim(NOW, 2))).containsExactlyInAnyOrder("saga-2.0", "saga-3.0");
    assertThat(ids(claim(NOW, 2))).containsExactly("saga-1.0");
  }

  @Test
  void claimersAtTheSameTimeNeverGetTheSameCommand() {
    commit(
        IntStream.range(0, 200)
            .mapToObj(i -> created(aSaga().withId("saga-" + i)).sends(0, NOW))
            .toArray(ChangeBuilder[]::new));

    List<CompletableFuture<List<String>>> claimers =
        IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(this::claimAll)).toList();

    List<String> claimed =
        claimers.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
    assertThat(claimed).hasSize(200).doesNotHaveDuplicates();
  }

  /**
   * Until two claims in a row find nothing: a single one may have met only rows that are locked.
   */
  private List<String> claimAll() {
    List<String> all = new ArrayList<>();
    int empty = 0;
    while (empty < 2 && all.size() <= 200) {
      List<String> some = ids(claim(NOW, 13));
      empty = some.isEmpty() ? empty + 1 : 0;
      all.addAll(some);
    }
    return all;
  }

  @Test
  void removedCommandIsForgottenAndTheNextOneOfItsSagaIsFree() {
    commit(created(aSaga()).sends(0, LATER).sends(1, NOW));

    store().run(session -> session.outbox().remove(List.of(id(0), id(99), otherId(5))));

    assertThat(ids(claim(NOW))).containsExactly("saga-1.1");
    assertThat(size()).isEqualTo(1);
  }

  @Test
  void emptyCollectionsChangeNothing() {
    commit(created(aSaga()).sends(0, LATER));

    store()
        .run(
            session -> {
              session.outbox().remove(List.of());
              session.outbox().release(List.of(), NOW);
            });

    assertThat(claim(NOW)).isEmpty();
    assertThat(size()).isEqualTo(1);
  }

  @Test
  void postponedCommandIsDueAtItsTimeAndKnowsItsAttempts() {
    commit(created(aSaga()).sends(0, LEASED));

    postpone(3, "no answer");

    assertThat(claim(LATER.minusMillis(1))).isEmpty();
    assertThat(claim(LATER)).extracting(PendingCommand::attempts).containsExactly(3);
  }

  @Test
  void thoseBehindAPostponedCommandWaitForItAndComeWithIt() {
    commit(created(aSaga()).sends(0, LEASED).sends(1, LEASED).sends(2, LEASED));

    postpone(1, "no answer");

    assertThat(claim(LATER.minusMillis(1))).isEmpty();
    assertThat(ids(claim(LATER))).containsExactly("saga-1.0", "saga-1.1", "saga-1.2");
  }

  @Test
  void postponingAnUnknownCommandChangesNothing() {
    commit(created(aSaga().withId("saga-2")).sends(0, LEASED));

    postpone(1, "no answer");

    assertThat(ids(claim(LEASED))).containsExactly("saga-2.0");
  }

  @Test
  void whoHasLostItsLeaseCannotPostpone() {
    commit(created(aSaga()).sends(0, LEASED));
    claim(LEASED);

    postpone(1, "no answer");

    Instant next = LEASED.plusSeconds(15);
    assertThat(claim(next.minusMillis(1))).isEmpty();
    assertThat(claim(next)).extracting(PendingCommand::attempts).containsExactly(0);
  }

  @Test
  void leaseOfAClaimIsKnownAgainWhateverTheClocksPrecision() {
    commit(created(aSaga()).sends(0, NOW));
    PendingCommand claimed = claim(NOW.plusNanos(123_456)).get(0);

    postpone(Postpone.of(claimed, LATER, "no answer"));

    assertThat(claim(LATER.minusMillis(1))).isEmpty();
    assertThat(claim(LATER)).extracting(PendingCommand::attempts).containsExactly(1);
  }

  @Test
  void reasonOfAFailureMayBeAnyText() {
    commit(created(aSaga()).sends(0, LEASED));

    Stream.of(
            "x".repeat(999) + "\uD83D\uDE80".repeat(1000),
            "a TLS alert: \u0015\u0003\u0000\u0002\u0002\n, half a character \uD83D",
            "")
        .forEach(error -> postpone(new Postpone(id(0), LEASED, 3, LEASED, error)));

    assertThat(claim(LEASED)).extracting(PendingCommand::attempts).containsExactly(3);
  }

  @Test
  void releasedCommandIsDueAgain() {
    commit(created(aSaga()).sends(0, LEASED), created(aSaga().withId("saga-2")).sends(0, LEASED));

    store().run(session -> session.outbox().release(List.of(lease(0), lease(99)), NOW));

    assertThat(ids(claim(NOW))).containsExactly("saga-1.0");
  }

  @Test
  void whoHasLostItsLeaseCannotGiveItUp() {
    commit(created(aSaga()).sends(0, LEASED));
    Instant next = LEASED.plusSeconds(15);
    assertThat(claim(LEASED)).extracting(PendingCommand::leasedUntil).containsExactly(next);

    store().run(session -> session.outbox().release(List.of(lease(0)), LEASED));

    assertThat(claim(next.minusMillis(1))).isEmpty();
  }

  private static Release lease(long sequence) {
    return new Release(id(sequence), LEASED);
  }

  @Test
  void thousandCommandsAreStoredClaimedAndRemovedTogether() {
    commit(
        IntStream.range(0, 1000)
            .mapToObj(i -> created(aSaga().withId("saga-" + i)).sends(0, NOW))
            .toArray(ChangeBuilder[]::new));

    List<PendingCommand> claimed = claim(NOW, 1000);
    assertThat(new HashSet<>(ids(claimed))).hasSize(1000);
    assertThat(claim(NOW, 1000)).isEmpty();

    List<CommandId> ids = claimed.stream().map(pending -> pending.command().id()).toList();
    store().run(s -> s.outbox().release(claimed.stream().map(Release::of).toList(), NOW));
    assertThat(claim(NOW, 1000)).hasSize(1000);
    store().run(session -> session.outbox().remove(ids));
    assertThat(size()).isZero();
  }

  @Test
  void backlogsAreCountedByFlowAndChannelWithTheAgeOfTheOldest() {
    assertThat(backlogs()).isEmpty();
    Instant before = NOW.minusSeconds(90);
    commit(
        created(aSaga().withId("saga-1").updatedAt(NOW)).sends(0, LATER),
        created(aSaga().withId("saga-2").updatedAt(before)).sends(0, NOW),
        created(aSaga().withId("saga-3").updatedAt(NOW)).sends("stock", 0, NOW));
    claim(NOW);

    assertThat(backlogs())
        .containsExactlyInAnyOrder(
            new Backlog(new FlowName("order"), "payments", 2, before),
            new Backlog(new FlowName("order"), "stock", 1, NOW));
  }

  private void postpone(int attempts, String error) {
    postpone(new Postpone(id(0), LEASED, attempts, LATER, error));
  }

  private void postpone(Postpone failure) {
    store().run(session -> session.outbox().postpone(List.of(failure)));
  }

  private List<PendingCommand> claim(Instant now) {
    return claim(now, 100);
  }

  private List<PendingCommand> claim(Instant now, int limit) {
    return claim(now, ClaimLimits.of(limit));
  }

  private List<PendingCommand> claim(Instant now, ClaimLimits limits) {
    Instant leasedUntil = now.plusSeconds(15);
    return store().ask(session -> session.outbox().claim(now, leasedUntil, limits));
  }

  private List<Backlog> backlogs() {
    return store().ask(session -> session.outbox().backlogs());
  }

  private long size() {
    return backlogs().stream().mapToLong(Backlog::commands).sum();
  }

  protected static List<String> ids(List<PendingCommand> commands) {
    return commands.stream().map(pending -> pending.command().id().toString()).toList();
  }

  private static CommandId id(long sequence) {
    return new CommandId(new SagaId("saga-1"), sequence, 0);
  }

  private static CommandId otherId(long sequence) {
    return new CommandId(new SagaId("saga-2"), sequence, 0);
  }
}
