// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import order.participants.Participant;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics that the flow of {@code examples/order-kafka/order.json} names. */
final class Topics {

  static final String EVENTS = "order-events";

  private static final String DEAD_EVENTS = "order-events-dead";
  private static final int PARTITIONS = 4;
  private static final short REPLICAS = 1;

  private Topics() {}

  static String commandsFor(Participant participant) {
    return participant.name() + "-commands";
  }

  /** Makes those that are missing; waits for the broker. */
  static void create(String broker) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      Set<String> present = admin.listTopics().names().get();
      List<NewTopic> missing =
          all()
              .filter(name -> !present.contains(name))
              .map(name -> new NewTopic(name, PARTITIONS, REPLICAS))
              .toList();
      admin.createTopics(missing).all().get();
    }
  }

  private static Stream<String> all() {
    return Stream.concat(
        Participant.all().stream().map(Topics::commandsFor), Stream.of(EVENTS, DEAD_EVENTS));
  }
}
