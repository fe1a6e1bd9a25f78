// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static io.flowmanager.testing.SagaBuilder.aSaga;

import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.RetentionSettings.Ending;
import io.flowmanager.testing.ChangeBuilder;
import io.flowmanager.testing.SettableClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Sagas of a flow that keeps them for 30 days. */
final class RetentionFixture {

  static final Duration AFTER = Duration.ofDays(30);
  static final Instant BEGIN = SettableClock.START;

  final JpaStore store;
  final SettableClock clock = new SettableClock();

  RetentionFixture(JpaStore store) {
    this.store = store;
  }

  static Flow deleting() {
    return anOrderFlow().keepingFor(AFTER, Ending.DELETE).build();
  }

  static Flow archiving() {
    return anOrderFlow().keepingFor(AFTER, Ending.ARCHIVE).build();
  }

  /** An id as the server makes it at that time; different numbers, different ids. */
  static String id(Instant time, int number) {
    long millis = time.toEpochMilli();
    return "order-%08x-%04x-7000-8000-%012x".formatted(millis >>> 16, millis & 0xFFFF, number);
  }

  /** A saga that began and ended at that time. */
  static ChangeBuilder ended(String id, Instant end) {
    return created(aSaga().withId(id).inState("done").isFinal().updatedAt(end));
  }

  /** So many sagas that began and ended at the beginning. */
  static Stream<ChangeBuilder> ended(int count) {
    return Stream.iterate(0, i -> i < count, i -> i + 1).map(i -> ended(id(BEGIN, i), BEGIN));
  }

  void store(Stream<ChangeBuilder> changes) {
    List<SagaChange> built = changes.map(ChangeBuilder::build).toList();
    store.run(session -> session.sagas().commit(built));
  }

  void store(ChangeBuilder... changes) {
    store(Stream.of(changes));
  }

  /** The ids that stand in that column. */
  Set<String> ids(String table, String column) {
    try (Connection connection = store.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("select " + column + " from " + table)) {
      Set<String> ids = new TreeSet<>();
      while (found.next()) {
        ids.add(found.getString(1));
      }
      return ids;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  int count(String table) {
    return Integer.parseInt(ids(table, "count(*)").iterator().next());
  }

  Set<String> sagas() {
    return ids("saga", "id");
  }

  boolean has(String id) {
    return store.ask(session -> session.sagas().find(new SagaId(id)).isPresent());
  }

  void execute(String sql) {
    try (Connection connection = store.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The sweep of the next round finds nothing, so that only the other walks are seen. */
  void holdTheSweep() {
    execute("delete from retention_mark where walk = '*'");
    execute("insert into retention_mark (walk, last_id) values ('*', '~')");
  }
}
