// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.adapter.store.jpa.sql.FinishedSagaStatements;
import io.flowmanager.saga.adapter.store.jpa.sql.SqlExceptionTranslator;
import io.flowmanager.saga.application.retention.FinishedSagas;
import io.flowmanager.saga.application.retention.StoredSaga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Sagas of the server's data source, as retention sees them. */
@SingletonBean
public final class JdbcFinishedSagas implements FinishedSagas {

  private final DataSource source;

  @Inject
  JdbcFinishedSagas(DataSource source) {
    this.source = source;
  }

  private interface Asking<T> {

    T ask(FinishedSagaStatements statements) throws SQLException;
  }

  private <T> T ask(Asking<T> asking) {
    return SqlExceptionTranslator.sql(
        () -> {
          try (Connection connection = source.getConnection()) {
            return asking.ask(new FinishedSagaStatements(connection));
          }
        });
  }

  @Override
  public List<StoredSaga> between(String after, String before, int limit) {
    return ask(statements -> statements.between(after, before, limit));
  }

  @Override
  public List<StoredSaga> find(Collection<SagaId> ids) {
    return ask(statements -> statements.find(ids));
  }

  @Override
  public Set<SagaId> withCommands(Collection<SagaId> ids) {
    return ask(statements -> statements.withCommands(ids));
  }

  @Override
  public Set<SagaId> delete(Collection<StoredSaga> sagas) {
    return ask(statements -> statements.delete(sagas));
  }

  @Override
  public Optional<Instant> oldest(FlowName flow, String idPrefix) {
    return ask(statements -> statements.oldest(flow, idPrefix));
  }

  @Override
  public Count count(FlowName flow, String idPrefix, int limit) {
    return ask(statements -> statements.count(flow, idPrefix, limit));
  }
}
