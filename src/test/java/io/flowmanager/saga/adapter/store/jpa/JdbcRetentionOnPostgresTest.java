// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JdbcRetentionOnPostgresTest extends RetentionContract {

  @Override
  JpaStore open() {
    return TestStores.postgres();
  }

  @Test
  void deletedSagaThatAnotherNodeHasInMemoryDoesNotComeBack() {
    String id = RetentionFixture.id(RetentionFixture.BEGIN, 1);
    fixture().store(RetentionFixture.ended(id, RetentionFixture.BEGIN));
    fixture().clock.advance(RetentionFixture.AFTER);
    node().round();
    var stale = moved(aSaga().withId(id).inState("paid").after("paid", 1).build()).build();

    assertThat(fixture().store.sagas().commitIfCurrent(List.of(stale))).isEmpty();

    assertThat(fixture().sagas()).isEmpty();
    assertThat(fixture().ids("saga_history", "saga_id")).isEmpty();
  }
}
