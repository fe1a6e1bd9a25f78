// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.jms;

import io.flowmanager.testing.server.FreePort;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * Apache Artemis in this JVM, with its journal on disk: port and folder stay the same when it is
 * started again. Queues come into being when they are used; what was delivered too often in vain
 * goes to {@code DLQ}.
 */
public final class JmsBroker implements AutoCloseable {

  /** The broker's own dead letter queue. */
  public static final String DLQ = "DLQ";

  private static final String ROLE = "all";

  /** Held, since loggers forget their level when nobody does. */
  private static final Logger AUDIT = Logger.getLogger("org.apache.activemq.audit");

  static {
    // One line for each message and more: tens of megabytes in a build.
    AUDIT.setLevel(Level.OFF);
  }

  private final Path folder;
  private final int port = FreePort.any();
  private Optional<SecurityConfiguration> users = Optional.empty();
  private Optional<String> tiny = Optional.empty();
  private int attempts = 10;
  private Optional<EmbeddedActiveMQ> running = Optional.empty();

  private JmsBroker(Path folder) {
    this.folder = folder;
  }

  public static JmsBroker in(Path folder) {
    return new JmsBroker(folder);
  }

  /** From the next start, only this user gets in. */
  public JmsBroker onlyFor(String user, String password) {
    var configuration = new SecurityConfiguration();
    configuration.addUser(user, password);
    configuration.addRole(user, ROLE);
    users = Optional.of(configuration);
    return this;
  }

  /** From the next start, a message may be tried so often; usually ten times. */
  public JmsBroker withAttempts(int count) {
    attempts = count;
    return this;
  }

  /** From the next start, that queue takes one message and refuses more. */
  public JmsBroker withRoomForOne(String queue) {
    tiny = Optional.of(queue);
    return this;
  }

  public JmsBroker start() {
    var server = new EmbeddedActiveMQ().setConfiguration(configuration());
    users.ifPresent(
        known ->
            server.setSecurityManager(
                new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), known)));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not start", e);
    }
    running = Optional.of(server);
    return this;
  }

  /** Breaks all connections; what is stored stays. */
  public void stop() {
    try {
      if (running.isPresent()) {
        running.get().stop();
      }
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not stop", e);
    }
    running = Optional.empty();
  }

  public String url() {
    return "tcp://127.0.0.1:" + port;
  }

  /** How many messages the queue holds, those in delivery included; 0 for an unknown one. */
  public long depth(String queue) {
    return queue(queue).map(Queue::getMessageCount).orElse(0L);
  }

  /** Whether there is a queue of that name, or a subscription. */
  public boolean hasQueue(String name) {
    return queue(name).isPresent();
  }

  private Optional<Queue> queue(String name) {
    return running.map(server -> server.getActiveMQServer().locateQueue(SimpleString.of(name)));
  }

  private Configuration configuration() {
    var configuration = new ConfigurationImpl();
    configuration
        .setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO)
        .setJournalDatasync(false)
        .setSecurityEnabled(users.isPresent())
        .setJournalDirectory(folder.resolve("journal").toString())
        .setBindingsDirectory(folder.resolve("bindings").toString())
        .setLargeMessagesDirectory(folder.resolve("large").toString())
        .setPagingDirectory(folder.resolve("paging").toString())
        .setMaxDiskUsage(-1)
        .putSecurityRoles("#", java.util.Set.of(everything()))
        .addQueueConfiguration(QueueConfiguration.of(DLQ).setRoutingType(RoutingType.ANYCAST))
        .addAddressSetting("#", settings());
    tiny.ifPresent(queue -> configuration.addAddressSetting(queue, roomForOne()));
    try {
      configuration.addAcceptorConfiguration("tcp", url());
    } catch (Exception e) {
      throw new IllegalStateException("The broker has no such acceptor", e);
    }
    return configuration;
  }

  private AddressSettings roomForOne() {
    return settings().setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL).setMaxSizeBytes(1);
  }

  private AddressSettings settings() {
    return new AddressSettings()
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false)
        .setDeadLetterAddress(SimpleString.of(DLQ))
        .setMaxDeliveryAttempts(attempts);
  }

  private static Role everything() {
    return new Role(ROLE, true, true, true, true, true, true, true, true, true, true, true, true);
  }

  @Override
  public void close() {
    stop();
  }
}
