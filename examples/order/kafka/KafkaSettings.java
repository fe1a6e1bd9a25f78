// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.kafka;

import java.nio.file.Path;
import order.participants.Arguments;
import order.participants.Work;

/**
 * How the participants behave.
 *
 * @param data the folder of the inboxes
 */
record KafkaSettings(Clients clients, Path data, Work work) {

  static KafkaSettings from(Arguments arguments) {
    return new KafkaSettings(
        new Clients(arguments.text("broker", "localhost:" + KraftBroker.PORT)),
        Path.of(arguments.text("data", "data/order-kafka/participants")),
        Work.from(arguments));
  }
}
