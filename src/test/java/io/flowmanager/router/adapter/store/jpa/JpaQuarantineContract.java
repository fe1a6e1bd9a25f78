// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.router.application.message.QuarantineStore;
import io.flowmanager.router.application.message.QuarantineStoreContract;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On databases of several nodes. */
abstract class JpaQuarantineContract extends QuarantineStoreContract {

  private final JpaTables tables;

  JpaQuarantineContract(JpaTables tables) {
    this.tables = tables;
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Override
  protected <T> T ask(Function<QuarantineStore, T> work) {
    return tables.ask(entityManager -> work.apply(new JpaQuarantineStore(entityManager)));
  }

  @Test
  void whoParksBehindAMessageKeepsItFromGoingAway() {
    add(quarantined("1", "m", 1));

    CompletableFuture<Boolean> removed =
        ask(
            store -> {
              store.lock(EVENTS_OF_M);
              var removal = CompletableFuture.supplyAsync(() -> ask(other -> other.remove("1")));
              assertThatThrownBy(() -> removal.get(300, TimeUnit.MILLISECONDS))
                  .isInstanceOf(TimeoutException.class);
              store.add(quarantined("2", "m", 2));
              return removal;
            });

    assertThat(removed.join()).isTrue();
    assertThat(this.<Boolean>ask(store -> store.lock(EVENTS_OF_M))).isTrue();
  }
}
