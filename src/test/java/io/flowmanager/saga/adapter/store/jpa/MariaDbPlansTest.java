// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.DeadLetter;
import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.application.inbox.RawMessage;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Postpone;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Release;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a batch reads of MariaDB's tables depends on the batch, not on the tables. */
@TestInstance(Lifecycle.PER_CLASS)
class MariaDbPlansTest {

  private static final int MANY = 3_000;
  private static final int BATCH = 20;

  /** Of each saga some rows, by several indexes. */
  private static final int MOST = BATCH * 20;

  private static final Instant DUE = SettableClock.START;
  private static final EventId EVENT = new EventId("event-1");

  private static final String READS =
      "select sum(variable_value) from information_schema.session_status"
          + " where variable_name in ('HANDLER_READ_FIRST', 'HANDLER_READ_KEY', 'HANDLER_READ_NEXT',"
          + " 'HANDLER_READ_PREV', 'HANDLER_READ_RND', 'HANDLER_READ_RND_NEXT')";

  private final JpaStore store = TestStores.mariaDb();

  @BeforeAll
  void fill() {
    store.run(s -> s.sagas().commit(sagas(MANY).map(MariaDbPlansTest::start).toList()));
    store.run(s -> s.inbox().move(positions(MANY)));
    store.run(s -> s.inbox().keep(letters(MANY)));
  }

  private static Map<LogPartition, ConsumerPosition> positions(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(MariaDbPlansTest::partition, i -> ConsumerPosition.at(i)));
  }

  private static LogPartition partition(int number) {
    return new LogPartition(new FlowName("order"), "events", "group", "topic", number);
  }

  private static List<DeadLetter> letters(int count) {
    var message = new RawMessage(Optional.empty(), Optional.empty(), "[]");
    return IntStream.range(0, count)
        .mapToObj(
            offset ->
                new DeadLetter(partition(0), offset, message, SkipReason.MALFORMED, "odd", DUE))
        .toList();
  }

  @AfterAll
  void close() {
    store.close();
  }

  private static Stream<SagaId> sagas(int count) {
    return IntStream.range(0, count).mapToObj(i -> new SagaId("saga-" + i));
  }

  private static SagaChange start(SagaId id) {
    return created(aSaga().withId(id.value())).startedWith(id.value()).sends(0, DUE).build();
  }

  private static SagaChange pay(SagaId id) {
    return moved(aSaga().withId(id.value()).inState("paid").after("paid", 1).build()).build();
  }

  private static List<CommandId> commands() {
    return sagas(BATCH).map(saga -> new CommandId(saga, 0, 0)).toList();
  }

  static Stream<Named<Consumer<JpaSession>>> work() {
    Set<SagaId> ids = sagas(BATCH).collect(Collectors.toSet());
    return Stream.of(
        work("load", s -> s.sagas().load(wanted(ids))),
        work("latestPending", s -> s.sagas().latestPending(ids)),
        work("find", s -> s.sagas().find(new SagaId("saga-7"))),
        work("history", s -> s.sagas().history(new SagaId("saga-7"))),
        work("commit", s -> s.sagas().commit(ids.stream().map(MariaDbPlansTest::pay).toList())),
        work("claim", s -> s.outbox().claim(DUE, DUE, ClaimLimits.of(BATCH))),
        work("release", s -> s.outbox().release(releases(), DUE)),
        work("postpone", s -> s.outbox().postpone(failures())),
        work("remove", s -> s.outbox().remove(commands())),
        work("lock positions", s -> s.inbox().lock(positions(BATCH).keySet())),
        work("remove letters", s -> s.inbox().remove(letters(BATCH))));
  }

  private static Named<Consumer<JpaSession>> work(String name, Consumer<JpaSession> work) {
    return Named.of(name, work);
  }

  private static Wanted wanted(Set<SagaId> ids) {
    return new Wanted(
        ids,
        ids.stream().collect(Collectors.toMap(id -> id, id -> Set.of(EVENT))),
        ids.stream()
            .map(id -> new StartKey(new FlowName("order"), new EventId(id.value())))
            .collect(Collectors.toSet()));
  }

  private static List<Release> releases() {
    return commands().stream().map(command -> new Release(command, DUE)).toList();
  }

  private static List<Postpone> failures() {
    return commands().stream().map(command -> new Postpone(command, DUE, 1, DUE, "none")).toList();
  }

  @ParameterizedTest
  @MethodSource("work")
  void noWorkReadsAWholeTable(Consumer<JpaSession> work) {
    try (JpaSession session = store.begin()) {
      long before = reads(session);
      long ofTheQuestion = reads(session) - before;

      work.accept(session);

      assertThat(reads(session) - before - 2 * ofTheQuestion).isLessThan(MOST);
    }
  }

  private static long reads(JpaSession session) {
    Number sum = (Number) session.entityManager().createNativeQuery(READS).getSingleResult();
    return sum.longValue();
  }
}
