// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.jms;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import order.participants.BadLuck;
import order.participants.Command;
import order.participants.Event;
import order.participants.Participant;

/**
 * How commands are carried out.
 *
 * @param millis how long it takes
 */
record JmsWork(BadLuck badLuck, int millis, Consumer<String> log) {

  Event carryOut(Participant participant, Command command) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    Event event =
        badLuck.strikes(command)
            ? Event.errorOf(command, "Bad luck.")
            : participant.skills().get(command.label()).apply(command);
    log.accept(
        "%-9s %s  %s: %s".formatted(participant.name(), command.sagaId(), command.label(), event));
    return event;
  }
}
