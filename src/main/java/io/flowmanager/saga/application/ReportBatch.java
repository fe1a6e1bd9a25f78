// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.domain.Decision.Transitioned;
import io.flowmanager.saga.domain.Saga;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Counts what a batch has done, and logs what somebody should know of. */
public final class ReportBatch implements Consumer<BatchResult> {

  private static final Logger LOG = System.getLogger("io.flowmanager.saga");

  private final Telemetry telemetry;

  public ReportBatch(Telemetry telemetry) {
    this.telemetry = telemetry;
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

  private void answered(Intake intake, Answer answer) {
    if (intake instanceof Intake.Consume message) {
      consumed(message, answer);
    }
    if (answer instanceof Answer.Ignored ignored) {
      telemetry.eventIgnored();
      LOG.log(
          Level.ERROR,
          "Unexpected event ignored: {0} state={1}",
          intake.subject(),
          ignored.state());
    } else if (answer instanceof Answer.Refused refused) {
      telemetry.eventRefused();
      String reason = refused.refusal().detail();
      LOG.log(
          Level.WARNING,
          "Event refused: {0} state={1} reason={2}",
          intake.subject(),
          refused.state(),
          reason);
    }
  }

  private void consumed(Intake.Consume message, Answer answer) {
    if (answer instanceof Answer.AlreadyConsumed || answer instanceof Answer.OutOfTurn) {
      return;
    }
    LogPartition partition = message.position().partition();
    telemetry.messageConsumed(partition.flow(), partition.channel());
    Skipped.of(answer).ifPresent(skipped -> skipped(message, skipped));
  }

  private void skipped(Intake.Consume message, Skipped skipped) {
    LogPartition partition = message.position().partition();
    String reason = skipped.reason().word();
    telemetry.messageSkipped(partition.flow(), partition.channel(), reason);
    LOG.log(
        Level.WARNING,
        "Message skipped: {0} reason={1} detail={2}",
        message.subject(),
        reason,
        skipped.detail());
  }
}
