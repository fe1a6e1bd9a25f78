// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.saga.application.engine.LaneFullException;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.SagaId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Passes events to the lanes and waits until their answers are durable. Events that are passed on
 * together share transactions of the lanes. Only one event of each saga is passed on at a time: a
 * later one could otherwise be decided before an earlier one that the store has refused
 * temporarily. An event that fails is retried here and not returned to the broker, which would
 * count the attempt for all events of the session's transaction.
 */
final class LaneHandling implements EventHandling {

  private static final Duration LANE_PATIENCE = Duration.ofMillis(5);
  private static final int TRIES = 3;

  private final Function<Event, CompletionStage<Answer>> alone;
  private final Function<Event, CompletionStage<Answer>> together;
  private final IntFunction<Duration> backoff;
  private final StopSign stop;
  private final boolean waitsForStore;

  /** An event of a batch and its result. To be used by one thread. */
  private static final class Task {

    private final Event event;
    private Optional<Answer> answer = Optional.empty();
    private int failures;

    Task(Event event) {
      this.event = event;
    }

    boolean isOpen() {
      return answer.isEmpty();
    }

    void failed(Throwable cause) {
      failures++;
      if (failures == TRIES) {
        String reason = "The engine failed " + failures + " times, last with " + cause + ".";
        answer = Optional.of(new Answer.Unreadable(SkipReason.FAILED, reason));
      }
    }
  }

  /**
   * @param alone handles a single event
   * @param together as {@link io.flowmanager.saga.application.engine.ApplyEvents#enqueue} does it
   * @param backoff how long to wait after that many rounds with a failure, from 1
   * @param waitsForStore whether events are kept while the store is unavailable. Where a
   *     transaction of the server would time out meanwhile, they are returned to the broker
   */
  LaneHandling(
      Function<Event, CompletionStage<Answer>> alone,
      Function<Event, CompletionStage<Answer>> together,
      IntFunction<Duration> backoff,
      StopSign stop,
      boolean waitsForStore) {
    this.alone = alone;
    this.together = together;
    this.backoff = backoff;
    this.stop = stop;
    this.waitsForStore = waitsForStore;
  }

  @Override
  public void probe() {}

  @Override
  public Handled handle(List<Event> events) throws InterruptedException {
    List<Task> tasks = events.stream().map(Task::new).toList();
    int failures = 0;
    List<Task> round = firstOfEachSaga(tasks);
    while (!round.isEmpty()) {
      play(round);
      failures = round.stream().anyMatch(Task::isOpen) ? failures + 1 : 0;
      if (failures > 0) {
        pause(backoff.apply(failures));
      }
      round = firstOfEachSaga(tasks);
    }
    return new Handled(tasks.stream().map(task -> task.answer.orElseThrow()).toList(), () -> {});
  }

  private static List<Task> firstOfEachSaga(List<Task> tasks) {
    Set<SagaId> sagas = new HashSet<>();
    return tasks.stream().filter(Task::isOpen).filter(it -> sagas.add(it.event.saga())).toList();
  }

  private void play(List<Task> round) throws InterruptedException {
    var lanes = round.size() == 1 ? alone : together;
    var answers = new ArrayList<CompletionStage<Answer>>();
    for (Task task : round) {
      answers.add(handOver(task.event, lanes));
    }
    for (int i = 0; i < round.size(); i++) {
      await(answers.get(i), round.get(i));
    }
  }

  private CompletionStage<Answer> handOver(
      Event event, Function<Event, CompletionStage<Answer>> lanes) throws InterruptedException {
    while (true) {
      try {
        return lanes.apply(event);
      } catch (LaneFullException e) {
        pause(LANE_PATIENCE);
      }
    }
  }

  private void await(CompletionStage<Answer> stage, Task task) throws InterruptedException {
    try {
      task.answer = Optional.of(stage.toCompletableFuture().get());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof StoreUnavailableException away)) {
        task.failed(e.getCause());
      } else if (!waitsForStore) {
        throw away;
      }
    }
  }

  private void pause(Duration time) throws InterruptedException {
    stop.pause(time);
    if (stop.isUp()) {
      throw new InterruptedException("the channel is being closed");
    }
  }
}
