// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One of the ways along which sagas are looked at, a portion at each step. */
public sealed interface Walk {

  /** The next portion, read within a transaction. */
  Portion next(FinishedSagas sagas, RetentionMarks marks, Instant now);

  /** By which rule a saga goes that this walk meets, if it is the walk's business. */
  Optional<RetentionRule> ruleOf(StoredSaga saga);

  /** Whose sagas it looks at, for the log. */
  String flows();

  /** Whether it notes what it leaves behind. */
  default boolean notes() {
    return true;
  }

  /**
   * Along the ids that this server makes, which begin with the time, up to those that are old
   * enough.
   */
  record Ids(RetentionRule rule) implements Walk {

    private static final Duration MOST_LAG = Duration.ofDays(1);
    private static final int PARTS_OF_LAG = 8;

    String name() {
      return rule.flow() + "/" + rule.idPrefix();
    }

    @Override
    public Portion next(FinishedSagas sagas, RetentionMarks marks, Instant now) {
      String position = marks.position(name());
      String from = position.isEmpty() ? rule.idPrefix() : position;
      List<StoredSaga> found =
          sagas.between(from, SagaTimes.firstId(rule.idPrefix(), end(now)), FinishedSagas.MOST);
      return Portion.along(name(), found);
    }

    /**
     * Not the very moment at which the oldest may go: most sagas take some time to their final
     * step, and would have to be noted.
     */
    private Instant end(Instant now) {
      Duration part = rule.after().dividedBy(PARTS_OF_LAG);
      return rule.cutoff(now).minus(part.compareTo(MOST_LAG) < 0 ? part : MOST_LAG);
    }

    @Override
    public Optional<RetentionRule> ruleOf(StoredSaga saga) {
      return Optional.of(rule).filter(own -> own.flow().equals(saga.flow()));
    }

    @Override
    public String flows() {
      return "the flow " + rule.flow();
    }
  }

  /** Through what {@link Ids} left behind, as soon as it may be over. */
  record LeftBehind(RetentionRule rule) implements Walk {

    @Override
    public Portion next(FinishedSagas sagas, RetentionMarks marks, Instant now) {
      List<SagaId> noted = marks.leftBehind(rule.flow(), rule.cutoff(now), FinishedSagas.MOST);
      List<StoredSaga> found = sagas.find(noted);
      Set<SagaId> gone = new HashSet<>(noted);
      found.forEach(saga -> gone.remove(saga.id()));
      return new Portion(found, Optional.empty(), gone, noted.size() < FinishedSagas.MOST);
    }

    @Override
    public Optional<RetentionRule> ruleOf(StoredSaga saga) {
      return Optional.of(rule).filter(own -> own.flow().equals(saga.flow()));
    }

    @Override
    public String flows() {
      return "the flow " + rule.flow();
    }
  }

  /** Along all ids, whatever their form, one portion in each round, and then from the beginning. */
  record Sweep(Map<FlowName, RetentionRule> rules) implements Walk {

    static final String NAME = "*";

    /** More than are deleted at once: mostly none of them is over. */
    private static final int LIMIT = 500;

    @Override
    public Portion next(FinishedSagas sagas, RetentionMarks marks, Instant now) {
      List<StoredSaga> found = sagas.between(marks.position(NAME), FinishedSagas.END, LIMIT);
      List<StoredSaga> over = found.stream().filter(saga -> isOver(saga, now)).toList();
      if (over.size() > FinishedSagas.MOST) {
        List<StoredSaga> first = over.subList(0, FinishedSagas.MOST);
        String last = first.get(first.size() - 1).id().value();
        return new Portion(first, Optional.of(new Portion.Move(NAME, last)), Set.of(), true);
      }
      String last = found.size() < LIMIT ? "" : found.get(found.size() - 1).id().value();
      return new Portion(over, Optional.of(new Portion.Move(NAME, last)), Set.of(), true);
    }

    private boolean isOver(StoredSaga saga, Instant now) {
      return ruleOf(saga).filter(rule -> rule.isOver(saga, now)).isPresent();
    }

    @Override
    public Optional<RetentionRule> ruleOf(StoredSaga saga) {
      return Optional.ofNullable(rules.get(saga.flow()));
    }

    @Override
    public String flows() {
      return "some flows";
    }

    @Override
    public boolean notes() {
      return false;
    }
  }

  /**
   * What a step looks at.
   *
   * @param move how far the walk has come when the step is done
   * @param gone noted sagas that do not exist
   * @param isLast whether the walk has come to its end for this round
   */
  record Portion(
      List<StoredSaga> sagas, Optional<Move> move, Collection<SagaId> gone, boolean isLast) {

    record Move(String walk, String position) {}

    static Portion along(String walk, List<StoredSaga> found) {
      Optional<Move> move =
          found.isEmpty()
              ? Optional.empty()
              : Optional.of(new Move(walk, found.get(found.size() - 1).id().value()));
      return new Portion(found, move, Set.of(), found.size() < FinishedSagas.MOST);
    }
  }
}
