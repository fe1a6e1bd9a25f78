// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flowmanager.platform.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what sagas are found. */
class CrudQueryTest {

  @ParameterizedTest
  @ValueSource(strings = {"sagaId", "sagaid"})
  void aSagaIsFoundByItsId(String name) {
    assertThat(CrudQuery.sagaId(query(name, "a"))).contains("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_st", "_l", "_sk", "_s", "_p"})
  void whatConcernsPagesChangesNothing(String name) {
    assertThat(CrudQuery.sagaId(query(name, "1"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"_q", "currentState", "SagaId"})
  void anyOtherFilterIsRefused(String name) {
    var refused =
        catchThrowableOfType(ProblemException.class, () -> CrudQuery.sagaId(query(name, "1")));

    assertThat(refused.problem().status()).isEqualTo(400);
    assertThat(refused.problem().detail())
        .isEqualTo(
            name + ": is not a parameter here; known: _l, _p, _s, _sk, _st, sagaId, sagaid.");
  }

  @Test
  void anIdThatIsGivenTwiceIsRefused() {
    MultivaluedMap<String, String> twice = query("sagaId", "a");
    twice.add("sagaId", "b");

    assertThat(catchThrowableOfType(ProblemException.class, () -> CrudQuery.sagaId(twice)))
        .hasMessageContaining("sagaId: is given 2 times");
  }

  private static MultivaluedMap<String, String> query(String name, String value) {
    var query = new MultivaluedHashMap<String, String>();
    query.add(name, value);
    return query;
  }
}
