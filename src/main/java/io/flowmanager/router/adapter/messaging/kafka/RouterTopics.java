// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.messaging.kafka;

import io.flowmanager.router.application.message.RouterMessage.Input;
import java.util.List;

/**
 * The topics that the router reads.
 *
 * @param events topic of events for main sagas
 * @param notifications topic of notifications of sub sagas
 * @param maxInFlight how many messages of one partition may be handled at once
 */
public record RouterTopics(String group, String events, String notifications, int maxInFlight) {

  List<String> names() {
    return List.of(events, notifications);
  }

  Input input(String topic) {
    return topic.equals(events) ? Input.EVENT : Input.NOTIFICATION;
  }
}
