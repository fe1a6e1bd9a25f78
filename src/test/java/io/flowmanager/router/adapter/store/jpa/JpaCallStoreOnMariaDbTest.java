// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.router.application.call.CallStoreContract;
import io.flowmanager.router.application.call.RoutedCall.Status;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.testing.router.TestCallStore;
import io.flowmanager.testing.server.MariaDbServer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JpaCallStoreOnMariaDbTest extends CallStoreContract {

  @Override
  protected TestCallStore open() {
    return JpaTestCallStore.on(MariaDbServer.freshDatabase(MariaDbServer.OPTIONS), "sql/mariadb");
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
