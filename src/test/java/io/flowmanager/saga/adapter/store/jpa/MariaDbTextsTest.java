// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.QueryBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** MariaDB takes texts as they are; its own way would be to compare them as a person does. */
class MariaDbTextsTest {

  private static final List<String> ALIKE =
      List.of(
          "order", "ORDER", "ord\u00e9r", "orde\u0301r", "order ", "order\u0000", "\ud83d\ude00");

  private final JpaStore store = TestStores.mariaDb();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void entitiesThatAreAlikeAreToldApart() {
    for (int i = 0; i < ALIKE.size(); i++) {
      var saga = aSaga().withId("saga-" + i).forEntity(ALIKE.get(i)).inState(ALIKE.get(i));
      store.run(s -> s.sagas().commit(List.of(created(saga).build())));
    }

    for (String entity : ALIKE) {
      SagaPage found =
          store.ask(
              s -> s.sagas().list(QueryBuilder.sagas().ofEntity(entity).inState(entity).build()));
      assertThat(found.sagas()).extracting(Saga::associatedEntityId).containsExactly(entity);
    }
  }

  @Test
  void idsThatAreAlikeAreToldApartAndListedByTheirCharacters() {
    List<String> ids = List.of("A", "B", "a", "a!", "aA", "aa", "b");
    ids.forEach(
        id -> store.run(s -> s.sagas().commit(List.of(created(aSaga().withId(id)).build()))));

    SagaPage listed = store.ask(s -> s.sagas().list(QueryBuilder.sagas().build()));
    assertThat(listed.sagas().stream().map(saga -> saga.id().value()))
        .containsExactly("b", "aa", "aA", "a!", "a", "B", "A");
    Optional<Saga> found = store.ask(s -> s.sagas().find(new SagaId("A")));
    assertThat(found.orElseThrow().id()).isEqualTo(new SagaId("A"));
  }
}
