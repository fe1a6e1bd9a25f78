// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.router.RouterFixture;
import org.junit.jupiter.api.Test;

class ReadStatusTest {

  private final RouterFixture bench = new RouterFixture();

  @Test
  void bothSagasAreShown() {
    bench.main.put("m", JsonTexts.object("{\"type\": \"sub\", \"subId\": \"s\"}"));
    bench.sub.put("s", JsonTexts.object("{}"));

    var status = Outcome.of(bench.readStatus().handle("m"));

    assertThat(status.mainSaga().id()).isEqualTo("m");
    assertThat(status.subSaga()).map(ReadStatus.SubSaga::ruleId).contains("only");
    assertThat(Outcome.of(bench.readStatus().subSaga("m")).id()).isEqualTo("s");
  }

  @Test
  void aMainSagaWithoutASubSagaIsShownAlone() {
    bench.main.put("m", JsonTexts.object("{\"type\": \"sub\"}"));

    assertThat(Outcome.of(bench.readStatus().handle("m")).subSaga()).isEmpty();
    assertThat(Outcome.failureOf(bench.readStatus().subSaga("m")).kind())
        .isEqualTo(Kind.UNKNOWN_SAGA);
  }

  @Test
  void aMainSagaThatNoRuleTakesIsShownAlone() {
    bench.main.put("m", JsonTexts.object("{\"subId\": \"s\"}"));

    assertThat(Outcome.of(bench.readStatus().handle("m")).subSaga()).isEmpty();
  }
}
