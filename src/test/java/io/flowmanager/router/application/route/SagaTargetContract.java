// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.route.SagaTarget.Taken;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.router.HostedFlow;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@link SagaTarget} promises of a flow that knows keys, wherever it runs. Kafka's target is
 * not under this contract: a topic starts no saga, knows no key and says nothing of an event.
 */
public abstract class SagaTargetContract {

  private static final int BOUND = 60;
  private static final Duration AT_ONCE = Duration.ofSeconds(4);
  private static final CallKey KEY = new CallKey("key-1");

  private final HostedFlow lenient = HostedFlow.lenient();
  private final HostedFlow strict = HostedFlow.strict();
  private SagaTarget target;

  /** The way to that flow. */
  protected abstract SagaTarget open(HostedFlow flow);

  /** What messages call the flow. */
  protected abstract String address();

  /** Lets go of what {@link #open} has made. */
  protected abstract void closeTargets();

  @BeforeEach
  final void open() {
    target = open(lenient);
  }

  @AfterEach
  final void close() {
    lenient.close();
    strict.close();
    closeTargets();
  }

  @Test
  void startedSagaIsStoredAsItWasOrdered() {
    String id = start(KEY);

    Saga saga = lenient.saga(id);
    assertThat(saga.associatedEntityId()).isEqualTo("entity ä");
    assertThat(saga.metadata()).isEqualTo(JsonTexts.object("{\"a\": [1.5, \"é\uD83D\uDE80\"]}"));
    assertThat(saga.state()).isEqualTo("s0");
  }

  @Test
  void startsWithTheSameKeyStartOneSaga() {
    assertThat(start(KEY)).isEqualTo(start(KEY)).isNotEqualTo(start(new CallKey("key-2")));
  }

  @Test
  void eventMovesItsSagaAndBringsItsPayload() {
    String id = start(KEY);

    Taken taken =
        join(target.send(new RoutedEvent(id, "go", JsonTexts.object("{\"b\": \"ü\"}")), KEY));

    assertThat(taken).isEqualTo(new Taken(Optional.of("transitioned"), Optional.of("s1")));
    assertThat(lenient.saga(id).state()).isEqualTo("s1");
    assertThat(lenient.saga(id).metadata().getString("b")).isEqualTo("ü");
  }

  @Test
  void eventThatTheSagaDoesNotWaitForIsNoFailure() {
    String id = start(KEY);

    assertThat(join(send(id, "other", KEY)))
        .isEqualTo(new Taken(Optional.of("ignored"), Optional.of("s0")));
  }

  @Test
  void keyOfAnEventCountsWithinItsSaga() {
    String one = start(new CallKey("one"));
    String two = start(new CallKey("two"));

    Taken first = join(send(one, "go", KEY));
    assertThat(join(send(one, "go", KEY))).isEqualTo(first);
    join(send(two, "go", KEY));

    assertThat(lenient.saga(one).state()).isEqualTo("s1");
    assertThat(lenient.saga(two).state()).isEqualTo("s1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "no id, ä"})
  void eventForASagaThatIsUnknownIsRefused(String saga) {
    RoutingException failure = failure(send(saga, "go", KEY));

    assertThat(failure.kind()).isEqualTo(Kind.UPSTREAM_REFUSED);
    assertThat(failure).hasMessageContaining(address());
  }

  @Test
  void eventThatTheFlowRefusesIsRefusedWithItsReason() {
    target = open(strict);
    String id = start(KEY);

    RoutingException failure = failure(send(id, "other", KEY));

    assertThat(failure.kind()).isEqualTo(Kind.UPSTREAM_REFUSED);
    assertThat(failure).hasMessageContaining(address()).hasMessageContaining("other");
    assertThat(strict.saga(id).state()).isEqualTo("s0");
  }

  @Test
  void flowWhoseStoreIsAwayMayTakeTheSameCallLater() {
    String id = start(KEY);
    CallKey later = new CallKey("later");

    lenient.storeIsAway(true);
    RoutingException notStarted = failure(target.start(order(), later));
    RoutingException notSent = failure(send(id, "go", later));
    lenient.storeIsAway(false);

    assertThat(notStarted.kind().mayPass()).isTrue();
    assertThat(notSent.kind().mayPass()).isTrue();
    assertThat(notStarted).hasMessageContaining(address());
    assertThat(notSent).hasMessageContaining(address());
    assertThat(start(later)).isNotEqualTo(id);
    assertThat(join(send(id, "go", later)).currentState()).contains("s1");
  }

  @Test
  void callsReturnAtOnceWhileTheFlowTakesItsTime() {
    String id = start(KEY);
    lenient.hang();

    long begin = System.nanoTime();
    CompletableFuture<String> started =
        target.start(order(), new CallKey("slow")).toCompletableFuture();
    CompletableFuture<Taken> sent = send(id, "go", KEY).toCompletableFuture();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_ONCE);
    assertThat(started).isNotDone();
    assertThat(sent).isNotDone();

    lenient.release();
    assertThat(join(started)).isNotBlank();
    assertThat(join(sent).currentState()).contains("s1");
  }

  private static NewSagaOrder order() {
    return new NewSagaOrder("entity ä", JsonTexts.object("{\"a\": [1.5, \"é\uD83D\uDE80\"]}"));
  }

  private String start(CallKey key) {
    return join(target.start(order(), key));
  }

  private CompletionStage<Taken> send(String saga, String label, CallKey key) {
    return target.send(new RoutedEvent(saga, label, JsonTexts.object("{}")), key);
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
