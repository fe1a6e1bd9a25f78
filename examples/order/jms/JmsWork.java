// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.jms;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import order.participants.Command;
import order.participants.Event;
import order.participants.Log;
import order.participants.Participant;
import order.participants.Work;

/** Carries commands out while their messages wait, and says so. */
record JmsWork(Work work, Consumer<String> log) {

  Event carryOut(Participant participant, Command command) {
    LockSupport.parkNanos(work.time().toNanos());
    Event event = work.result(participant, command);
    new Log(participant.name(), log).line(command, command.label() + ": " + event);
    return event;
  }
}
