// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.log.RateLimitedLog;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.telemetry.CountingTelemetry;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.Refusal;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.RecordingLog;
import io.flowmanager.testing.SettableClock;
import jakarta.json.JsonValue;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportBatchTest {

  private static final SagaId SAGA = new SagaId("s");

  private final SettableClock clock = new SettableClock();
  private final RecordingLog warnings = new RecordingLog(Level.WARNING);
  private final RecordingLog errors = new RecordingLog(Level.ERROR);

  private void report(RecordingLog log, String label, int times, Answer answer) {
    var event = new Event(SAGA, label, JsonValue.EMPTY_JSON_OBJECT, Optional.empty());
    EngineRequest request = new EngineRequest.Apply(new FlowName("order"), event);
    var reports = new ReportBatch(new CountingTelemetry(), new RateLimitedLog(log, clock));
    for (int i = 0; i < times; i++) {
      reports.accept(result(request, answer));
    }
    clock.advance(Duration.ofSeconds(1));
    reports.accept(result(request, answer));
  }

  private static BatchResult result(EngineRequest request, Answer answer) {
    return new BatchResult(List.of(request), List.of(answer), List.of(), List.of());
  }

  @Test
  void unexpectedEventsAreAWarningOnceASecondWithACount() {
    report(warnings, "paid", 1000, new Answer.Ignored(SAGA, "open"));

    assertThat(warnings.messages())
        .containsExactly(
            "Unexpected event ignored: event=paid saga=s flow=order state=open",
            "Unexpected event ignored: event=paid saga=s flow=order state=open"
                + " (and 999 more like it before)");
  }

  @Test
  void unexpectedEventsPageNobody() {
    report(errors, "paid", 1, new Answer.Ignored(SAGA, "open"));

    assertThat(errors.messages()).isEmpty();
  }

  @Test
  void whatASenderWroteStaysOnOneShortLine() {
    var refusal =
        new Refusal(
            Refusal.Kind.INVALID_PAYLOAD,
            "no\n\u001b[31m" + "x".repeat(500),
            Collections.emptyList());
    report(
        warnings,
        "paid\r\n2026-01-01 SEVERE all is lost\u2028" + "y".repeat(300),
        1,
        new Answer.Refused(SAGA, "open", refusal));

    assertThat(warnings.messages())
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith("Event refused: event=paid\\r\\n2026-01-01 SEVERE")
                    .contains("\\u2028", "reason=no\\n\\u001b[31m")
                    .doesNotContain("\n", "\r", "\u001b", "\u2028")
                    .hasSizeLessThan(600));
  }
}
