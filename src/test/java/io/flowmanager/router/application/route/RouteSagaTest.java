// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.call.RoutedCall;
import io.flowmanager.router.application.call.RoutedCall.Status;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.route.RouteSaga.Started;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.router.MemoryFlow;
import io.flowmanager.testing.router.MemoryFlow.Break;
import io.flowmanager.testing.router.RouterFixture;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RouteSagaTest {

  private static final Optional<CallKey> KEY = Optional.of(new CallKey("k"));
  private static final Started BOTH = new Started("main-1", "sub-1", "only");

  /** A step of the call. */
  private enum Step {
    MAIN,
    SUB,
    CREATED
  }

  private final RouterFixture bench = new RouterFixture();

  private CompletionStage<Started> start(Optional<CallKey> key) {
    return start("entity", key);
  }

  private CompletionStage<Started> start(String entity, Optional<CallKey> key) {
    var order = new NewSagaOrder(entity, JsonTexts.object("{\"type\": \"sub\", \"n\": 1}"));
    return bench.routeSaga().handle(order, key);
  }

  private void breakAt(Step step, Break when, Kind kind) {
    switch (step) {
      case MAIN -> bench.main.breakStart(when, kind);
      case SUB -> bench.sub.breakStart(when, kind);
      case CREATED -> bench.main.breakEvent("subCreated", when, kind);
    }
  }

  static Stream<Arguments> breaks() {
    return Arrays.stream(Step.values())
        .flatMap(step -> Arrays.stream(Break.values()).map(when -> arguments(step, when)));
  }

  private void thereIsExactlyOnePair() {
    assertThat(bench.main.sagas()).containsExactly("main-1");
    assertThat(bench.sub.sagas()).containsExactly("sub-1");
    assertThat(bench.main.events()).hasSize(1);
    assertThat(bench.main.metadataOf("main-1"))
        .isEqualTo(JsonTexts.object("{\"type\": \"sub\", \"n\": 1, \"subId\": \"sub-1\"}"));
    assertThat(bench.sub.metadataOf("sub-1"))
        .isEqualTo(JsonTexts.object("{\"type\": \"sub\", \"n\": 1, \"mainId\": \"main-1\"}"));
  }

  @Test
  void mainAndSubSagaAreStartedAndKnowEachOther() {
    assertThat(Outcome.of(start(Optional.empty()))).isEqualTo(BOTH);

    thereIsExactlyOnePair();
    assertThat(bench.store.unfinished(9)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aRepeatWithTheSameKeyFinishesWhatBroke(Step step, Break when) {
    breakAt(step, when, Kind.NO_ANSWER);
    RoutingException failure = Outcome.failureOf(start(KEY));
    assertThat(failure.kind()).isEqualTo(Kind.NO_ANSWER);
    assertThat(failure).hasMessageContaining("under the key k");

    assertThat(Outcome.of(start(KEY))).isEqualTo(BOTH);

    thereIsExactlyOnePair();
    assertThat(bench.store.unfinished(9)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void withoutAKeyTheRouterFinishesWhatBroke(Step step, Break when) {
    breakAt(step, when, Kind.UPSTREAM_FAILED);
    Outcome.failureOf(start(Optional.empty()));

    bench.finishCalls().poll();
    assertThat(bench.store.unfinished(9)).as("not due yet").hasSize(1);
    bench.clock.advance(Duration.ofSeconds(1));
    bench.finishCalls().poll();

    thereIsExactlyOnePair();
    assertThat(bench.store.unfinished(9)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aCallOfANodeThatDiedIsFinishedAfterItsLease(Step step, Break when) {
    breakAt(step, when, Kind.BUSY);
    bench.store.add(begunByANodeThatDied());
    bench.clock.advance(RouterFixture.LEASE);

    bench.finishCalls().poll();
    bench.clock.advance(Duration.ofSeconds(1));
    bench.finishCalls().poll();

    thereIsExactlyOnePair();
  }

  private RoutedCall begunByANodeThatDied() {
    var due = bench.clock.instant().plus(RouterFixture.LEASE);
    return new RoutedCall(
        new CallKey("own-0"),
        true,
        new NewSagaOrder("entity", JsonTexts.object("{\"type\": \"sub\", \"n\": 1}")),
        "only",
        Optional.empty(),
        Optional.empty(),
        new RoutedCall.Progress(Status.OPEN, 0, due, Optional.empty(), bench.clock.instant()));
  }

  @Test
  void delaysOfFurtherAttemptsGrowUpToABound() {
    Outcome.of(start(KEY));
    for (int seconds : new int[] {1, 2, 4, 8, 8}) {
      bench.sub.breakStart(Break.BEFORE, Kind.NO_ANSWER);
      if (bench.store.unfinished(9).isEmpty()) {
        Outcome.failureOf(start(Optional.of(new CallKey("other"))));
      } else {
        bench.finishCalls().poll();
      }
      assertThat(bench.store.unfinished(9).get(0).progress().nextAttempt())
          .isEqualTo(bench.clock.instant().plusSeconds(seconds));
      bench.clock.advance(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void aRefusedMainSagaLeavesNothingBehind() {
    bench.main.breakStart(Break.BEFORE, Kind.UPSTREAM_REFUSED);

    assertThat(Outcome.failureOf(start(KEY)))
        .hasMessage("main broke at start.")
        .extracting(RoutingException::kind)
        .isEqualTo(Kind.UPSTREAM_REFUSED);

    assertThat(bench.store.unfinished(9)).isEmpty();
    assertThat(bench.store.find(KEY.get())).isEmpty();
  }

  @Test
  void aMainSagaThatIsRefusedAfterALostAnswerIsReported() {
    bench.main.breakStart(Break.AFTER, Kind.NO_ANSWER);
    Outcome.failureOf(start(KEY));
    bench.main.breakStart(Break.BEFORE, Kind.UPSTREAM_REFUSED);

    Outcome.failureOf(start(KEY));

    assertThat(bench.store.unfinished(9))
        .singleElement()
        .satisfies(call -> assertThat(call.progress().status()).isEqualTo(Status.FAILED));
  }

  @Test
  void aRefusedSubSagaIsReportedAndNotTriedAgainByItself() {
    bench.sub.breakStart(Break.BEFORE, Kind.UPSTREAM_REFUSED);
    Outcome.failureOf(start(KEY));
    bench.clock.advance(Duration.ofDays(1000));
    bench.finishCalls().poll();

    assertThat(bench.store.unfinished(9))
        .singleElement()
        .satisfies(call -> assertThat(call.progress().status()).isEqualTo(Status.FAILED))
        .satisfies(call -> assertThat(call.mainSaga()).contains("main-1"));
    assertThat(bench.sub.sagas()).isEmpty();

    assertThat(Outcome.of(start(KEY))).isEqualTo(BOTH);
    thereIsExactlyOnePair();
  }

  @Test
  void anOperatorRepeatsACallByItsKeyAlone() {
    bench.sub.breakStart(Break.BEFORE, Kind.UPSTREAM_REFUSED);
    Outcome.failureOf(start(Optional.empty()));

    assertThat(Outcome.of(bench.routeSaga().repeat(new CallKey("own-1")))).isEqualTo(BOTH);

    thereIsExactlyOnePair();
    assertThat(Outcome.failureOf(bench.routeSaga().repeat(new CallKey("nobody's"))).kind())
        .isEqualTo(Kind.UNKNOWN_CALL);
  }

  @Test
  void aRepeatGetsTheFirstAnswerWhateverItSays() {
    Outcome.of(start("first", KEY));

    assertThat(Outcome.of(start("second", KEY))).isEqualTo(BOTH);

    thereIsExactlyOnePair();
  }

  @Test
  void aRepeatGetsTheFirstAnswerWhateverTheRulesAreByNow() {
    Outcome.of(start(KEY));
    var order = new NewSagaOrder("entity", JsonTexts.object("{\"type\": \"sub\"}"));
    var elsewhere = new MemoryFlow("elsewhere");

    assertThat(Outcome.of(bench.routeSagaByOtherRules("other", elsewhere).handle(order, KEY)))
        .as("no rule takes the metadata any more")
        .isEqualTo(BOTH);
    assertThat(Outcome.of(bench.routeSagaByOtherRules("only", elsewhere).handle(order, KEY)))
        .as("the rule is another one and leads elsewhere")
        .isEqualTo(BOTH);

    thereIsExactlyOnePair();
    assertThat(elsewhere.sagas()).isEmpty();
  }

  @Test
  void aRepeatWhoseMetadataMatchNoRuleGetsTheFirstAnswer() {
    Outcome.of(start(KEY));
    var order = new NewSagaOrder("entity", JsonTexts.object("{\"type\": \"nothing\"}"));

    assertThat(Outcome.of(bench.routeSaga().handle(order, KEY))).isEqualTo(BOTH);

    thereIsExactlyOnePair();
  }

  @Test
  void aBrokenCallIsFinishedAlthoughItsRuleIsGone() {
    breakAt(Step.CREATED, Break.BEFORE, Kind.NO_ANSWER);
    Outcome.failureOf(start(KEY));
    var order = new NewSagaOrder("entity", JsonTexts.object("{\"type\": \"sub\"}"));

    assertThat(
            Outcome.of(
                bench
                    .routeSagaByOtherRules("other", new MemoryFlow("elsewhere"))
                    .handle(order, KEY)))
        .isEqualTo(BOTH);

    thereIsExactlyOnePair();
  }

  @Test
  void withoutARuleNothingIsStarted() {
    var order = new NewSagaOrder("entity", JsonTexts.object("{\"type\": \"other\"}"));

    assertThat(Outcome.failureOf(bench.routeSaga().handle(order, KEY)).kind())
        .isEqualTo(Kind.NO_RULE);
    assertThat(Outcome.failureOf(bench.routeSaga().handle(order, Optional.empty())).kind())
        .isEqualTo(Kind.NO_RULE);
    assertThat(bench.main.sagas()).isEmpty();
    assertThat(bench.store.find(KEY.get())).isEmpty();
  }
}
