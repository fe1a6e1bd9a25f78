// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.application.store.UnstorableException;
import io.flowmanager.testing.QueryBuilder;
import io.flowmanager.testing.SagaBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a database will never take is told from a database that is away. */
@TestInstance(Lifecycle.PER_CLASS)
class UnstorableValuesTest {

  private static final String TOO_LONG = "x".repeat(5000);

  private final JpaStore h2 = TestStores.h2();
  private final JpaStore postgres = TestStores.postgres();
  private final JpaStore mariaDb = TestStores.mariaDb();

  @BeforeEach
  void forgetAll() {
    h2.clear();
    postgres.clear();
    mariaDb.clear();
  }

  @AfterAll
  void close() {
    h2.close();
    postgres.close();
    mariaDb.close();
  }

  static Stream<Named<SagaBuilder>> valuesThatAreTooLong() {
    return Stream.of(
        Named.of("state", aSaga().inState(TOO_LONG)),
        Named.of("entity", aSaga().forEntity(TOO_LONG)),
        Named.of("event", aSaga().after(TOO_LONG, 0)));
  }

  @ParameterizedTest
  @MethodSource("valuesThatAreTooLong")
  void valueThatIsTooLongIsUnstorable(SagaBuilder saga) {
    List<SagaChange> changes = List.of(created(saga).build());

    for (JpaStore store : List.of(h2, postgres, mariaDb)) {
      assertThatThrownBy(() -> store.run(session -> session.sagas().commit(changes)))
          .isInstanceOf(UnstorableException.class);
    }
  }

  @Test
  void characterThatPostgresqlDoesNotHaveIsUnstorable() {
    List<SagaChange> changes = List.of(created(aSaga().forEntity("a\u0000b")).build());

    assertThatThrownBy(() -> postgres.run(session -> session.sagas().commit(changes)))
        .isInstanceOf(UnstorableException.class);
  }

  @Test
  void stepFromMemoryIsUnstorableAsWell() {
    List<SagaChange> changes = List.of(created(aSaga().forEntity("a\u0000b")).build());

    assertThatThrownBy(() -> postgres.sagas().commitIfCurrent(changes))
        .isInstanceOf(UnstorableException.class);
  }

  @Test
  void questionAboutWhatCannotBeThereIsNoFailureOfTheStore() {
    var query = QueryBuilder.sagas().ofEntity("a\u0000b").build();

    assertThatThrownBy(() -> postgres.ask(session -> session.sagas().list(query)))
        .isInstanceOf(UnstorableException.class);
    SagaPage found = h2.ask(session -> session.sagas().list(query));
    assertThat(found.sagas()).isEmpty();
  }
}
