// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.route.RouteNotification.Notified;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.router.MemoryFlow;
import io.flowmanager.testing.router.MemoryFlow.Break;
import io.flowmanager.testing.router.RouterFixture;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteNotificationTest {

  private static final Optional<CallKey> KEY = Optional.of(new CallKey("s.1"));
  private static final String NEWS =
      "{\"mainId\": \"m\", \"secret\": 1, \"forMain\": {\"a\": {\"y\": 2}, \"c\": 3}}";

  private enum Step {
    MAIN,
    EXTERNAL,
    COMPLETED
  }

  private final RouterFixture bench = new RouterFixture();

  /** The external service, as a flow with one saga: it knows keys and breaks on demand. */
  private final MemoryFlow external = new MemoryFlow("external");

  private final ExternalService service =
      (event, key) -> external.send(event, key).thenAccept(taken -> {});

  @BeforeEach
  void bothSagas() {
    bench.main.put(
        "m", JsonTexts.object("{\"type\": \"sub\", \"subId\": \"s\", \"a\": {\"x\": 1}}"));
    bench.sub.put("s", JsonTexts.object("{\"mainId\": \"m\"}"));
    external.put("m", JsonTexts.object("{}"));
  }

  private CompletionStage<Notified> tell(String payload) {
    return bench
        .routeNotification(Optional.of(service))
        .handle(new RoutedEvent("s", "news", JsonTexts.object(payload)), KEY);
  }

  private void everybodyHasBeenToldOnce() {
    var news =
        new RoutedEvent("m", "news", JsonTexts.object("{\"a\": {\"x\": 1, \"y\": 2}, \"c\": 3}"));
    assertThat(bench.main.events()).containsExactly(news);
    assertThat(external.events()).containsExactly(news);
    assertThat(bench.sub.events())
        .containsExactly(new RoutedEvent("s", "routerNotifyCompleted", JsonTexts.object("{}")));
  }

  @Test
  void theMainSagaTheServiceAndThenTheSubSagaAreTold() {
    assertThat(Outcome.of(tell(NEWS))).isEqualTo(new Notified("m", "s"));

    everybodyHasBeenToldOnce();
  }

  static Stream<Arguments> breaks() {
    return Arrays.stream(Step.values())
        .flatMap(step -> Arrays.stream(Break.values()).map(when -> arguments(step, when)));
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aRepeatWithTheSameKeyFinishesWhatBroke(Step step, Break when) {
    switch (step) {
      case MAIN -> bench.main.breakEvent("news", when, Kind.NO_ANSWER);
      case EXTERNAL -> external.breakEvent("news", when, Kind.UPSTREAM_FAILED);
      case COMPLETED -> bench.sub.breakEvent("routerNotifyCompleted", when, Kind.BUSY);
    }
    Outcome.failureOf(tell(NEWS));

    Outcome.of(tell(NEWS));

    everybodyHasBeenToldOnce();
  }

  @Test
  void withoutAServiceOnlyTheSagasAreTold() {
    Outcome.of(
        bench
            .routeNotification(Optional.empty())
            .handle(new RoutedEvent("s", "news", JsonTexts.object(NEWS)), KEY));

    assertThat(bench.main.events()).hasSize(1);
    assertThat(bench.sub.events()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"forMain\": {}}", "{\"mainId\": 7}", "{\"mainId\": \"m\", \"forMain\": []}"})
  void aPayloadWithoutMainSagaOrWithOtherDataIsRefused(String payload) {
    assertThatThrownBy(() -> tell(payload))
        .isInstanceOfSatisfying(
            RoutingException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_PAYLOAD));
  }

  @Test
  void newsWithoutDataMoveTheMainSagaAllTheSame() {
    Outcome.of(tell("{\"mainId\": \"m\"}"));

    assertThat(bench.main.events())
        .containsExactly(new RoutedEvent("m", "news", JsonTexts.object("{}")));
  }

  @Test
  void anUnknownMainSagaIsRefusedAndNobodyIsTold() {
    assertThat(Outcome.failureOf(tell("{\"mainId\": \"nobody\"}")).kind())
        .isEqualTo(Kind.UNKNOWN_SAGA);
    assertThat(bench.sub.events()).isEmpty();
  }
}
