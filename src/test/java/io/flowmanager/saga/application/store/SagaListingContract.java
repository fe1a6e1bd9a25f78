// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.QueryBuilder.sagas;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.QueryBuilder;
import io.flowmanager.testing.SagaBuilder;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.store.TestStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What {@link SagaStore#list} promises, over 1,000 sagas, whatever keeps them. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class SagaListingContract {

  private static final Instant NOW = SettableClock.START;

  private TestStore store;
  private List<Saga> all;

  /** A store with nothing in it. */
  protected abstract TestStore open();

  @BeforeAll
  void fillStore() {
    store = open();
    List<SagaChange> changes =
        IntStream.range(0, 1000).mapToObj(i -> created(saga(i)).build()).toList();
    store.run(session -> session.sagas().commit(changes));
    all =
        changes.stream()
            .map(SagaChange::saga)
            .sorted(Comparator.comparing(Saga::id).reversed())
            .toList();
  }

  private static SagaBuilder saga(int i) {
    SagaBuilder saga =
        aSaga()
            .withId("saga-%04d".formatted(i))
            .ofFlow(i % 2 == 0 ? "order" : "refund")
            .inState("state" + i % 3)
            .meaning(i % 4 == 0 ? "1" : i % 4 == 1 ? "\"1\"" : "\"open\"")
            .forEntity("entity" + i % 100)
            .updatedAt(NOW.plusMillis(i));
    return i % 5 == 0 ? saga.isFinal() : saga;
  }

  @AfterAll
  void closeStore() {
    store.close();
  }

  @Test
  void withoutFilterAllSagasAreListedNewestFirst() {
    assertThat(list(sagas().atMost(1000))).isEqualTo(new SagaPage(all, false));
  }

  @Test
  void pagesOfAnySizeGiveEverySagaOnce() {
    assertThat(pages(sagas().atMost(7))).isEqualTo(all);
    assertThat(pages(sagas().atMost(500))).isEqualTo(all);
    assertThat(pages(sagas().atMost(999))).isEqualTo(all);
  }

  @Test
  void pagesOfAFilteredListingGiveEveryMatchOnce() {
    List<Saga> matching = all.stream().filter(s -> s.flow().value().equals("refund")).toList();

    assertThat(pages(sagas().ofFlow("refund").atMost(33))).isEqualTo(matching);
  }

  @Test
  void timesAtTheEdgesOfTheCalendarAreTimesLikeAllOthers() {
    for (Instant end : List.of(Instant.MAX, Instant.parse("+999999999-12-31T23:59:59Z"))) {
      assertThat(list(sagas().updatedAfter(end)).sagas()).isEmpty();
      assertThat(list(sagas().updatedBefore(end).atMost(1000)).sagas()).isEqualTo(all);
    }
    for (Instant start : List.of(Instant.MIN, Instant.parse("-999999999-01-01T00:00:00Z"))) {
      assertThat(list(sagas().updatedAfter(start).atMost(1000)).sagas()).isEqualTo(all);
      assertThat(list(sagas().updatedBefore(start)).sagas()).isEmpty();
    }
  }

  @Test
  void partsOfAMillisecondCount() {
    Instant moment = NOW.plusMillis(7);

    assertThat(
            list(sagas().updatedAfter(moment.minusNanos(1)).updatedBefore(moment.plusNanos(1)))
                .sagas())
        .hasSize(1);
    assertThat(list(sagas().updatedAfter(moment).updatedBefore(moment.plusMillis(1))).sagas())
        .isEmpty();
  }

  @Test
  void lastPageSaysThatNothingIsBehindIt() {
    assertThat(list(sagas().atMost(999)).hasMore()).isTrue();
    assertThat(list(sagas().atMost(1000)).hasMore()).isFalse();
    assertThat(list(sagas().behind(new SagaId("saga-0000"))))
        .isEqualTo(new SagaPage(List.of(), false));
  }

  @Test
  void everyFilterLetsOnlyItsMatchesPass() {
    assertThat(numbers(sagas().ofFlow("order"))).hasSize(500).allMatch(i -> i % 2 == 0);
    assertThat(numbers(sagas().inState("state2"))).hasSize(333).allMatch(i -> i % 3 == 2);
    assertThat(numbers(sagas().ofEntity("entity42"))).hasSize(10).allMatch(i -> i % 100 == 42);
    assertThat(numbers(sagas().isFinal(true))).hasSize(200).allMatch(i -> i % 5 == 0);
    assertThat(numbers(sagas().isFinal(false))).hasSize(800).allMatch(i -> i % 5 != 0);
  }

  @Test
  void businessStateMatchesWithAndWithoutItsQuotes() {
    assertThat(numbers(sagas().meaning("open"))).hasSize(500).allMatch(i -> i % 4 > 1);
    assertThat(numbers(sagas().meaning("\"1\""))).hasSize(250).allMatch(i -> i % 4 == 1);
    assertThat(numbers(sagas().meaning("1"))).hasSize(500).allMatch(i -> i % 4 < 2);
  }

  @Test
  void boundsOfTheUpdateTimeAreExclusive() {
    QueryBuilder between =
        sagas().updatedAfter(NOW.plusMillis(10)).updatedBefore(NOW.plusMillis(14));

    assertThat(numbers(between)).containsExactly(13, 12, 11);
  }

  @Test
  void allFiltersMustMatch() {
    assertThat(
            numbers(sagas().ofFlow("order").inState("state0").ofEntity("entity6").isFinal(false)))
        .containsExactly(906, 606, 306, 6);
    assertThat(numbers(sagas().ofFlow("order").ofEntity("entity1"))).isEmpty();
  }

  @Test
  void filterIsComparedWholeAndAsItIsWritten() {
    assertThat(numbers(sagas().inState("State0"))).isEmpty();
    assertThat(numbers(sagas().inState("state"))).isEmpty();
    assertThat(numbers(sagas().ofEntity("entity%"))).isEmpty();
    assertThat(numbers(sagas().ofEntity("' or '1'='1"))).isEmpty();
  }

  private List<Integer> numbers(QueryBuilder query) {
    return list(query.atMost(1000)).sagas().stream()
        .map(saga -> Integer.valueOf(saga.id().value().substring("saga-".length())))
        .toList();
  }

  private List<Saga> pages(QueryBuilder query) {
    List<Saga> found = new ArrayList<>();
    SagaPage page = list(query);
    found.addAll(page.sagas());
    while (page.hasMore()) {
      page = list(query.behind(found.get(found.size() - 1).id()));
      found.addAll(page.sagas());
    }
    return found;
  }

  private SagaPage list(QueryBuilder query) {
    return store.ask(session -> session.sagas().list(query.build()));
  }
}
