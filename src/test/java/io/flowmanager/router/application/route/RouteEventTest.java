// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.route.RouteEvent.Routed;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.router.MemoryFlow.Break;
import io.flowmanager.testing.router.RouterFixture;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteEventTest {

  private static final Optional<CallKey> KEY = Optional.of(new CallKey("k"));

  private final RouterFixture bench = new RouterFixture();

  @BeforeEach
  void bothSagas() {
    bench.main.put("m", JsonTexts.object("{\"type\": \"sub\", \"subId\": \"s\"}"));
    bench.sub.put("s", JsonTexts.object("{\"mainId\": \"m\", \"a\": {\"x\": 1}, \"b\": 2}"));
  }

  private CompletionStage<Routed> send(String saga, String payload) {
    return bench
        .routeEvent()
        .handle(new RoutedEvent(saga, "happened", JsonTexts.object(payload)), KEY);
  }

  @Test
  void theSubSagaGetsTheUpsertedValuesOfTheNamedKeysOnly() {
    Routed routed = Outcome.of(send("m", "{\"a\": {\"y\": 2}}"));

    assertThat(routed.subSaga()).isEqualTo("s");
    assertThat(bench.sub.events())
        .containsExactly(
            new RoutedEvent("s", "happened", JsonTexts.object("{\"a\": {\"x\": 1, \"y\": 2}}")));
    assertThat(bench.main.events()).isEmpty();
  }

  @Test
  void aRepeatAfterALostAnswerActsOnce() {
    bench.sub.breakEvent("happened", Break.AFTER, Kind.NO_ANSWER);
    Outcome.failureOf(send("m", "{\"b\": 3}"));

    Outcome.of(send("m", "{\"b\": 3}"));

    assertThat(bench.sub.events()).hasSize(1);
  }

  @Test
  void anUnknownMainSagaIsRefused() {
    assertThat(Outcome.failureOf(send("nobody", "{}")).kind()).isEqualTo(Kind.UNKNOWN_SAGA);
  }

  @Test
  void aMainSagaWithoutARuleIsRefused() {
    bench.main.put("m", JsonTexts.object("{\"type\": \"other\", \"subId\": \"s\"}"));

    assertThat(Outcome.failureOf(send("m", "{}")).kind()).isEqualTo(Kind.NO_RULE);
  }

  @Test
  void aMainSagaWithoutASubSagaIsRefused() {
    bench.main.put("m", JsonTexts.object("{\"type\": \"sub\"}"));

    assertThat(Outcome.failureOf(send("m", "{}")))
        .hasMessageContaining("subId")
        .extracting(RoutingException::kind)
        .isEqualTo(Kind.NO_SUB_SAGA);
  }

  @Test
  void aSubSagaThatIsGoneIsTheUpstreamsFault() {
    bench.main.put("m", JsonTexts.object("{\"type\": \"sub\", \"subId\": \"gone\"}"));

    assertThat(Outcome.failureOf(send("m", "{}")).kind()).isEqualTo(Kind.UPSTREAM_REFUSED);
  }
}
