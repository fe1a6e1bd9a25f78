// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import io.flowmanager.saga.adapter.store.jpa.sql.FinishedSagaStatements;
import io.flowmanager.saga.application.retention.FinishedSagas;
import io.flowmanager.saga.application.retention.StoredSaga;
import io.flowmanager.saga.domain.SagaId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * One way along all ids. Each portion is a transaction of its own, so that a full disk has room for
 * it; it waits for no node, and what it has deleted stays deleted when it is broken off.
 */
final class Purge {

  /** Rows that are looked at, and in which mostly nothing is found. */
  private static final int PAGE = 2_000;

  private final Connection connection;
  private final FinishedSagaStatements statements;
  private final PurgeArguments asked;
  private final PurgeProgress progress;
  private long seen;
  private long deleted;
  private long passedOver;

  Purge(Connection connection, PurgeArguments asked, PurgeProgress progress) {
    this.connection = connection;
    this.statements = new FinishedSagaStatements(connection);
    this.asked = asked;
    this.progress = progress;
  }

  void run() throws SQLException {
    connection.setAutoCommit(false);
    try {
      purge(count());
    } finally {
      progress.end();
    }
  }

  private void purge(long all) throws SQLException {
    String last = "";
    List<StoredSaga> page = page(last);
    while (!page.isEmpty()) {
      purge(page.stream().filter(this::isOver).toList());
      seen += page.size();
      progress.show(seen, all, deleted);
      last = page.get(page.size() - 1).id().value();
      page = page(last);
    }
  }

  private long count() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from saga")) {
      count.next();
      return count.getLong(1);
    }
  }

  private List<StoredSaga> page(String last) throws SQLException {
    List<StoredSaga> page = statements.between(last, FinishedSagas.END, PAGE);
    connection.commit();
    return page;
  }

  private boolean isOver(StoredSaga saga) {
    return saga.isFinal()
        && saga.flow().equals(asked.flow())
        && saga.updatedAt().isBefore(asked.before());
  }

  private void purge(List<StoredSaga> over) throws SQLException {
    for (int from = 0; from < over.size(); from += FinishedSagas.MOST) {
      List<StoredSaga> some = over.subList(from, Math.min(over.size(), from + FinishedSagas.MOST));
      int done = asked.isDry() ? countFree(some) : statements.delete(some).size();
      connection.commit();
      deleted += done;
      passedOver += some.size() - done;
    }
  }

  private int countFree(List<StoredSaga> some) throws SQLException {
    List<SagaId> ids = some.stream().map(StoredSaga::id).toList();
    return some.size() - statements.withCommands(ids).size();
  }

  long deleted() {
    return deleted;
  }

  long passedOver() {
    return passedOver;
  }
}
