// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.saga.application.engine.NewSagaRequest;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.router.HostedFlow;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link SagaReader} promises, wherever the sagas are. */
public abstract class SagaReaderContract {

  private static final int BOUND = 60;

  private final HostedFlow flow = HostedFlow.lenient();
  private SagaReader reader;

  /** The way to the sagas of that flow. */
  protected abstract SagaReader open(HostedFlow flow);

  /** Lets go of what {@link #open} has made. */
  protected abstract void closeReader();

  @BeforeEach
  final void open() {
    reader = open(flow);
  }

  @AfterEach
  final void close() {
    flow.close();
    closeReader();
  }

  @Test
  void sagaIsReadAsItWasLastStored() {
    String id = start();

    RoutedSaga saga = find(id).orElseThrow();

    assertThat(saga.id()).isEqualTo(id);
    assertThat(saga.metadata()).isEqualTo(JsonTexts.object("{\"a\": [1.5, \"é\uD83D\uDE80\"]}"));
    assertThat(saga.document().getString("currentState")).isEqualTo("s0");
  }

  @Test
  void nothingIsRememberedBetweenTwoReads() {
    String id = start();
    find(id);

    move(id, "{\"b\": 2}");

    RoutedSaga saga = find(id).orElseThrow();
    assertThat(saga.document().getString("currentState")).isEqualTo("s1");
    assertThat(saga.metadata().getInt("b")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "", "a b&c=d/ä?#%", "."})
  void sagaThatIsUnknownIsNotFound(String id) {
    start();

    assertThat(find(id)).isEmpty();
  }

  @Test
  void manyAreReadAtTheSameTime() {
    List<String> ids = IntStream.range(0, 20).mapToObj(i -> start()).toList();

    List<CompletableFuture<Optional<RoutedSaga>>> reads =
        ids.stream().map(id -> reader.find(id).toCompletableFuture()).toList();

    assertThat(reads.stream().map(read -> join(read).orElseThrow().id()))
        .containsExactlyElementsOf(ids);
  }

  @Test
  void storeThatIsAwayIsAFailureThatMayPass() {
    String id = start();

    flow.storeIsAway(true);
    RoutingException failure = failure(reader.find(id));
    flow.storeIsAway(false);

    assertThat(failure.kind().mayPass()).isTrue();
    assertThat(find(id)).isPresent();
  }

  private String start() {
    var request =
        new NewSagaRequest(
            flow.name(),
            "entity",
            JsonTexts.object("{\"a\": [1.5, \"é\uD83D\uDE80\"]}"),
            Optional.empty());
    return ((Answer.Started) join(flow.startSaga().enqueue(request))).saga().value();
  }

  private void move(String id, String payload) {
    var event = new Event(new SagaId(id), "go", JsonTexts.object(payload), Optional.empty());
    join(flow.applyEvents().enqueue(flow.name(), event));
  }

  private Optional<RoutedSaga> find(String id) {
    return join(reader.find(id));
  }

  private static <T> T join(CompletionStage<T> call) {
    return call.toCompletableFuture().orTimeout(BOUND, TimeUnit.SECONDS).join();
  }

  private static RoutingException failure(CompletionStage<?> call) {
    return join(
        call.handle(
            (result, failure) ->
                (RoutingException)
                    (failure instanceof CompletionException ? failure.getCause() : failure)));
  }
}
