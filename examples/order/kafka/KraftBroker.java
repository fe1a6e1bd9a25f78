// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.kafka;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import order.participants.Arguments;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** Apache Kafka as one node with its log in a folder, for this machine only and without users. */
public final class KraftBroker {

  /** Where the flow of {@code examples/order-kafka/order.json} looks for it. */
  public static final int PORT = 9092;

  private static final int CONTROLLER_PORT = 9093;

  /** All ports that it listens at. */
  public static final List<Integer> PORTS = List.of(PORT, CONTROLLER_PORT);

  private static final String CONTROLLER = "CONTROLLER";
  private static final int NODE = 1;

  // Kept, since a logger that nobody refers to forgets its level.
  private static final List<Logger> CHATTER =
      Stream.of("kafka", "org.apache.kafka", "state.change.logger").map(Logger::getLogger).toList();

  static {
    CHATTER.forEach(logger -> logger.setLevel(Level.WARNING));
  }

  private KraftBroker() {}

  public static void main(String[] line) throws Exception {
    Arguments arguments = Arguments.of(line, Set.of("data"));
    Path data = Path.of(arguments.text("data", "data/order-kafka/broker"));
    KafkaRaftServer broker = start(data, PORT, CONTROLLER_PORT);
    Runtime.getRuntime().addShutdownHook(new Thread(broker::shutdown));
    System.out.println("The broker listens at port " + PORT + ".");
    broker.awaitShutdown();
  }

  /** The broker has its topics when this returns. */
  static KafkaRaftServer start(Path data, int port, int controllerPort) throws Exception {
    if (Files.notExists(data.resolve("meta.properties"))) {
      format(data);
    }
    KafkaRaftServer broker =
        new KafkaRaftServer(new KafkaConfig(properties(data, port, controllerPort)), Time.SYSTEM);
    broker.startup();
    Topics.create("localhost:" + port);
    return broker;
  }

  private static void format(Path data) throws Exception {
    new Formatter()
        .setNodeId(NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .setDirectories(List.of(data.toString()))
        .setMetadataLogDirectory(data.toString())
        .setControllerListenerName(CONTROLLER)
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .run();
  }

  private static Map<String, String> properties(Path data, int port, int controllerPort) {
    String listener = "PLAINTEXT://localhost:" + port;
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", String.valueOf(NODE)),
        Map.entry("controller.quorum.voters", NODE + "@localhost:" + controllerPort),
        Map.entry("controller.listener.names", CONTROLLER),
        Map.entry("listeners", listener + "," + CONTROLLER + "://localhost:" + controllerPort),
        Map.entry("advertised.listeners", listener),
        Map.entry("log.dirs", data.toString()),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "4"),
        Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("auto.create.topics.enable", "false"));
  }
}
