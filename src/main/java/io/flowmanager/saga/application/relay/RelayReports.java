// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.platform.log.LogText;
import io.flowmanager.saga.application.flow.HookFailedException;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Postpone;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.telemetry.Telemetry;
import io.flowmanager.saga.domain.Command;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.temporal.ChronoUnit;

/** Logs and counts the results of sends. */
record RelayReports(Telemetry telemetry) {

  private static final Logger LOG = System.getLogger(CommandDispatcher.class.getName());

  /**
   * @param failures failed sends of its channel since the last delivered command
   */
  void delivered(PendingCommand command, int failures) {
    if (failures > 0) {
      LOG.log(
          Level.INFO,
          "Commands are delivered again after {0} failures: {1}",
          Integer.toString(failures),
          subject(command));
    }
    telemetry.commandDelivered(command.flow(), command.command().channel());
  }

  /**
   * @param isNews whether this is the first failure of its channel; later ones are not logged as
   *     warnings, because many sagas may wait
   */
  void postponed(PendingCommand command, Postpone failure, boolean isNews) {
    LOG.log(
        isNews ? Level.WARNING : Level.DEBUG,
        "Command not delivered, next attempt at {0}: {1} attempts={2} reason={3}",
        failure.nextAttempt().truncatedTo(ChronoUnit.MILLIS),
        subject(command),
        Integer.toString(failure.attempts()),
        LogText.of(failure.error()));
    telemetry.commandFailed(command.flow(), command.command().channel());
  }

  void blocked(PendingCommand command, HookFailedException hook) {
    LOG.log(
        Level.ERROR,
        "Command is blocked until its flow is corrected: {0} state={1} reason={2}",
        subject(command),
        command.command().state(),
        LogText.of(hook.getMessage()));
  }

  private static String subject(PendingCommand pending) {
    Command command = pending.command();
    return "saga=%s flow=%s channel=%s command=%s"
        .formatted(
            command.id().saga(), pending.flow(), command.channel(), LogText.of(command.label()));
  }
}
