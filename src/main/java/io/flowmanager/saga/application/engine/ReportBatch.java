// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.platform.log.LogText;
import io.flowmanager.platform.log.RateLimitedLog;
import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.application.inbox.Skipped;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.telemetry.Telemetry;
import io.flowmanager.saga.domain.Decision.Transitioned;
import io.flowmanager.saga.domain.Saga;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * Counts what a batch has done, and logs what somebody should know of: each kind at most once a
 * second, since senders decide how often it happens.
 */
public final class ReportBatch implements Consumer<BatchResult> {

  private static final Logger LOG = System.getLogger("io.flowmanager.saga");

  private final Telemetry telemetry;
  private final RateLimitedLog log;

  public ReportBatch(Telemetry telemetry) {
    this(telemetry, RateLimitedLog.of(LOG.getName()));
  }

  ReportBatch(Telemetry telemetry, RateLimitedLog log) {
    this.telemetry = telemetry;
    this.log = log;
  }

  @Override
  public void accept(BatchResult result) {
    telemetry.batchCommitted(result.answers().size());
    result.steps().forEach(this::entered);
    for (int i = 0; i < result.answers().size(); i++) {
      answered(result.batch().get(i), result.answers().get(i));
    }
  }

  private void entered(Transitioned step) {
    Saga saga = step.saga();
    telemetry.stateEntered(saga.flow(), saga.state(), saga.position().latestEvent());
    if (LOG.isLoggable(Level.DEBUG)) {
      LOG.log(
          Level.DEBUG,
          "State entered: saga={0} flow={1} state={2} event={3}",
          saga.id(),
          saga.flow(),
          saga.state(),
          saga.position().latestEvent());
    }
  }

  private void answered(EngineRequest request, Answer answer) {
    if (request instanceof EngineRequest.Consume message) {
      consumed(message, answer);
    }
    if (answer instanceof Answer.Ignored ignored) {
      telemetry.eventIgnored();
      log.log(
          Level.WARNING,
          "unexpected",
          () ->
              "Unexpected event ignored: "
                  + request.subject()
                  + " state="
                  + LogText.of(ignored.state()));
    } else if (answer instanceof Answer.Refused refused) {
      telemetry.eventRefused();
      log.log(Level.WARNING, "refused", () -> refused(request, refused));
    }
  }

  private static String refused(EngineRequest request, Answer.Refused refused) {
    return "Event refused: "
        + request.subject()
        + " state="
        + LogText.of(refused.state())
        + " reason="
        + LogText.of(refused.refusal().detail());
  }

  private void consumed(EngineRequest.Consume message, Answer answer) {
    if (answer instanceof Answer.AlreadyConsumed || answer instanceof Answer.OutOfTurn) {
      return;
    }
    LogPartition partition = message.position().partition();
    telemetry.messageConsumed(partition.flow(), partition.channel());
    Skipped.of(answer).ifPresent(skipped -> skipped(message, skipped));
  }

  private void skipped(EngineRequest.Consume message, Skipped skipped) {
    LogPartition partition = message.position().partition();
    String reason = skipped.reason().word();
    telemetry.messageSkipped(partition.flow(), partition.channel(), reason);
    log.log(
        Level.WARNING,
        "skipped",
        () ->
            "Message skipped: "
                + message.subject()
                + " reason="
                + reason
                + " detail="
                + LogText.of(skipped.detail()));
  }
}
