// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.QueryParameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The query of a CRUD service, as far as sagas are found by it: by {@code sagaId}, or {@code
 * sagaid}, which some servers make of it. What concerns pages, order and the state of documents
 * changes nothing, since at most one document is meant.
 */
final class CrudQuery {

  private static final Set<String> KNOWN =
      Set.of("sagaId", "sagaid", "_l", "_p", "_s", "_sk", "_st");

  private CrudQuery() {}

  /**
   * The saga that is asked for.
   *
   * @throws ProblemException 400 for any other parameter
   */
  static Optional<String> sagaId(MultivaluedMap<String, String> parameters) {
    var query = new QueryParameters(parameters, KNOWN);
    Optional<String> id =
        query.one("sagaId", Function.identity()).or(() -> query.one("sagaid", Function.identity()));
    query.check();
    return id;
  }
}
