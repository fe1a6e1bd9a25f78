// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.document.DocumentBuilder;
import io.flowmanager.saga.application.document.DocumentTransactionsContract;
import io.flowmanager.saga.application.store.SagaDocuments;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.store.TestStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JpaSagaDocumentsOnMariaDbTest extends DocumentTransactionsContract {

  @Override
  protected TestStore open() {
    return TestStores.mariaDb();
  }

  @Override
  protected SagaDocuments documents(TestStore.Session session) {
    return ((JpaSession) session).documents();
  }

  @Test
  void aStepThatWasDecidedBeforeTheDocumentIsNotStored() {
    var document = new DocumentBuilder().step("orderCreated", "created");
    write(document);
    Saga cached = saga();
    Saga next =
        aSaga()
            .inState("paid")
            .after("paid", cached.sequence() + 1)
            .byVersion("v7")
            .updatedAt(cached.updatedAt())
            .build();

    write(document.withMetadata("{\"edited\": true}"));
    Set<SagaId> moved = store().sagas().commitIfCurrent(List.of(moved(next, cached).build()));

    assertThat(moved).isEmpty();
    assertThat(saga().metadata().getBoolean("edited")).isTrue();
  }
}
