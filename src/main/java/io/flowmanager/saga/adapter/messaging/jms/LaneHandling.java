// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.saga.application.Answer;
import io.flowmanager.saga.application.LaneFullException;
import io.flowmanager.saga.application.StoreUnavailableException;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.SagaId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Hands events to the lanes and waits until their answers are durable. Of each saga one event is on
 * its way at a time: were the next one handed over with it, it could be decided before one that the
 * store has refused for a moment. Such an event is tried again here, and not given back to the
 * broker, which would count it against the event.
 */
final class LaneHandling implements EventHandling {

  private static final Duration LANE_PATIENCE = Duration.ofMillis(5);

  private final Function<Event, CompletionStage<Answer>> lanes;
  private final IntFunction<Duration> backoff;
  private final StopSign stop;

  /**
   * @param lanes as {@link io.flowmanager.saga.application.ApplyEvents#handle} does it
   * @param backoff how long to wait after that many failures of the store, 1 and up
   */
  LaneHandling(
      Function<Event, CompletionStage<Answer>> lanes,
      IntFunction<Duration> backoff,
      StopSign stop) {
    this.lanes = lanes;
    this.backoff = backoff;
    this.stop = stop;
  }

  /** A store that is away is waited for with the events in hand. */
  @Override
  public void probe() {}

  @Override
  public Handled handle(List<Event> events) throws InterruptedException {
    Map<Integer, Answer> answers = new HashMap<>();
    int failures = 0;
    while (answers.size() < events.size()) {
      Map<Integer, Answer> news = answersTo(events, firstOfEachSaga(events, answers.keySet()));
      answers.putAll(news);
      failures = news.isEmpty() ? failures + 1 : 0;
      if (failures > 0) {
        pause(backoff.apply(failures));
      }
    }
    return new Handled(IntStream.range(0, events.size()).mapToObj(answers::get).toList(), () -> {});
  }

  private static List<Integer> firstOfEachSaga(List<Event> events, Set<Integer> done) {
    Set<SagaId> sagas = new HashSet<>();
    var firsts = new ArrayList<Integer>();
    for (int i = 0; i < events.size(); i++) {
      if (!done.contains(i) && sagas.add(events.get(i).saga())) {
        firsts.add(i);
      }
    }
    return firsts;
  }

  private Map<Integer, Answer> answersTo(List<Event> events, List<Integer> wave)
      throws InterruptedException {
    var stages = new LinkedHashMap<Integer, CompletionStage<Answer>>();
    for (int index : wave) {
      stages.put(index, submit(events.get(index)));
    }
    Map<Integer, Answer> answers = new HashMap<>();
    for (var stage : stages.entrySet()) {
      await(stage.getValue()).ifPresent(answer -> answers.put(stage.getKey(), answer));
    }
    return answers;
  }

  private CompletionStage<Answer> submit(Event event) throws InterruptedException {
    while (true) {
      try {
        return lanes.apply(event);
      } catch (LaneFullException e) {
        pause(LANE_PATIENCE);
      }
    }
  }

  /** Empty when the store could not do it now. */
  private static Optional<Answer> await(CompletionStage<Answer> stage) throws InterruptedException {
    try {
      return Optional.of(stage.toCompletableFuture().get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreUnavailableException) {
        return Optional.empty();
      }
      throw new UnhandledMessageException(e.getCause());
    }
  }

  private void pause(Duration time) throws InterruptedException {
    stop.pause(time);
    if (stop.isUp()) {
      throw new InterruptedException("nothing is taken in any more");
    }
  }
}
