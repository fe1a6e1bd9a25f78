// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.adapter.store.jpa.sql.RetentionMarkStatements;
import io.flowmanager.saga.adapter.store.jpa.sql.SqlExceptionTranslator;
import io.flowmanager.saga.application.retention.RetentionMarks;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What retention notes, in the server's data source. */
@SingletonBean
public final class JdbcRetentionMarks implements RetentionMarks {

  private final DataSource source;

  @Inject
  JdbcRetentionMarks(DataSource source) {
    this.source = source;
  }

  private interface Asking<T> {

    T ask(RetentionMarkStatements statements) throws SQLException;
  }

  private interface Telling {

    void tell(RetentionMarkStatements statements) throws SQLException;
  }

  private <T> T ask(Asking<T> asking) {
    return SqlExceptionTranslator.sql(
        () -> {
          try (Connection connection = source.getConnection()) {
            return asking.ask(new RetentionMarkStatements(connection));
          }
        });
  }

  private void tell(Telling telling) {
    ask(
        statements -> {
          telling.tell(statements);
          return null;
        });
  }

  @Override
  public boolean lease(String node, Instant now, Instant until) {
    return ask(statements -> statements.lease(node, now, until));
  }

  @Override
  public String position(String walk) {
    return ask(statements -> statements.position(walk));
  }

  @Override
  public void move(String walk, String position) {
    tell(statements -> statements.move(walk, position));
  }

  @Override
  public List<SagaId> leftBehind(FlowName flow, Instant countedFrom, int limit) {
    return ask(statements -> statements.leftBehind(flow, countedFrom, limit));
  }

  @Override
  public void leaveBehind(FlowName flow, Map<SagaId, Instant> countFrom) {
    tell(statements -> statements.leaveBehind(flow, countFrom));
  }

  @Override
  public void forget(Collection<SagaId> gone) {
    tell(statements -> statements.forget(gone));
  }
}
