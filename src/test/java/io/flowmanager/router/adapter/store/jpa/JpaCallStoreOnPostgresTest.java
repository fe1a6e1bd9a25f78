// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.router.application.call.CallStoreContract;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.call.RoutedCall;
import io.flowmanager.router.application.call.RoutedCall.Status;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.testing.router.TestCallStore;
import io.flowmanager.testing.server.PostgresServer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JpaCallStoreOnPostgresTest extends CallStoreContract {

  @Override
  protected TestCallStore open() {
    return JpaTestCallStore.on(PostgresServer.freshDatabase(), "sql/postgresql");
  }

  @Test
  void twoNodesThatTakeAtTheSameTimeGetDifferentCalls() {
    Instant now = Instant.ofEpochMilli(1000);
    run(calls -> calls.add(call("a", Status.OPEN, now)));
    run(calls -> calls.add(call("b", Status.OPEN, now)));

    List<RoutedCall> first =
        store.ask(
            calls -> {
              List<RoutedCall> one = calls.claim(now, now.plusSeconds(60), 1);
              List<RoutedCall> other = store.ask(more -> more.claim(now, now.plusSeconds(60), 9));
              assertThat(other).hasSize(1).doesNotContainAnyElementsOf(one);
              return one;
            });

    assertThat(first).hasSize(1);
  }

  @Test
  void callThatTheDatabaseWillNeverTakeIsNotWorthAnotherTry() {
    RoutedCall sound = call("a", Status.OPEN, Instant.ofEpochMilli(1000));
    var order = new NewSagaOrder("a\u0000b", sound.order().metadata());
    var strange =
        new RoutedCall(
            sound.key(), true, order, "rule", Optional.empty(), Optional.empty(), sound.progress());

    assertThatThrownBy(() -> run(calls -> calls.add(strange)))
        .isInstanceOfSatisfying(
            RoutingException.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.INVALID_PAYLOAD));
  }

  @Test
  void keyThatIsTakenMayPass() {
    Instant now = Instant.ofEpochMilli(1000);
    run(calls -> calls.add(call("a", Status.OPEN, now)));

    assertThatThrownBy(() -> run(calls -> calls.add(call("a", Status.OPEN, now))))
        .isInstanceOfSatisfying(
            RoutingException.class,
            failure -> assertThat(failure.kind()).isEqualTo(Kind.STORE_UNAVAILABLE));
  }
}
