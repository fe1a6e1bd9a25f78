// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.CommitInDoubtException;
import io.flowmanager.saga.application.LoneChanges;
import io.flowmanager.saga.application.SagaChange;
import io.flowmanager.saga.application.SagaChange.Origin;
import io.flowmanager.saga.application.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Lone steps on PostgreSQL, where one statement writes all rows of a step and is a transaction by
 * itself. Other databases need more than one.
 */
@ApplicationScoped
public class JpaLoneChanges implements LoneChanges {

  /**
   * Classes of SQL states (PostgreSQL, appendix A): connection, and intervention of an operator.
   */
  private static final Set<String> BROKEN_OFF = Set.of("08", "57");

  /** The step before is not the latest one, or this one is in the history already. */
  private static final Set<String> OVERTAKEN = Set.of(WriteStatement.MISSED, "23505");

  @Resource(lookup = "java:comp/DefaultDataSource")
  private DataSource dataSource;

  private boolean possible;

  /** For the container, which injects the data source. */
  protected JpaLoneChanges() {}

  JpaLoneChanges(DataSource dataSource) {
    this.dataSource = dataSource;
    look();
  }

  @PostConstruct
  void look() {
    possible = PostgresRows.areIn(dataSource);
  }

  @Override
  public boolean arePossible() {
    return possible;
  }

  @Override
  public OptionalLong latestPending(SagaId saga) {
    Long latest = new PostgresRows(dataSource).latestPending(Set.of(saga)).get(saga);
    return latest == null ? OptionalLong.empty() : OptionalLong.of(latest);
  }

  @Override
  public boolean store(SagaChange change) {
    Connection connection = Guarded.sql(dataSource::getConnection);
    try (connection) {
      write(connection, change);
      return true;
    } catch (SQLException e) {
      return meaning(e);
    }
  }

  private static void write(Connection connection, SagaChange change) throws SQLException {
    var rows = NewRows.of(List.of(change));
    String sql = rows.sqlAlone(change.origin() instanceof Origin.Created);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      rows.bind(connection, statement);
      statement.execute();
    }
  }

  /** What the server has refused is not stored; of all else nobody knows. */
  private static boolean meaning(SQLException e) {
    String state = Objects.requireNonNullElse(e.getSQLState(), "");
    if (OVERTAKEN.contains(state)) {
      return false;
    }
    if (state.isEmpty() || BROKEN_OFF.contains(state.substring(0, 2))) {
      throw new CommitInDoubtException("The database broke off: " + e.getMessage(), e);
    }
    throw new StoreUnavailableException("The database could not do it: " + e.getMessage(), e);
  }
}
