// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.config;

import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.platform.http.BriefRetries;
import io.flowmanager.platform.http.RetryPolicy;
import io.flowmanager.saga.application.document.PersistencySettings;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All settings of the server, checked. Their defaults are in {@code
 * microprofile-config.properties}.
 *
 * @param stores how services are called that keep the sagas of a flow
 */
public record Settings(
    Optional<String> configurationsFilePath,
    Optional<String> flowsDirectory,
    String sagaIdPrefix,
    LintMode lint,
    LaneSettings lanes,
    BodySettings bodies,
    boolean fastPath,
    PersistencySettings persistency,
    ReaderSettings readers,
    ScriptSettings scripts,
    Duration payloadProcessorTime,
    DeliverySettings relay,
    JmsSettings jms,
    DatabaseSettings database,
    RetryPolicy stores,
    RetentionSettings retention,
    int kafkaInFlight,
    Duration pollInterval,
    Duration watchdog,
    Duration stopPatience) {

  /** Whether any flow is configured. */
  public boolean namesFlows() {
    return configurationsFilePath.isPresent() || flowsDirectory.isPresent();
  }

  /**
   * @param remoteCount of each flow whose sagas are stored elsewhere
   * @param retryFor how long a batch is tried again while the store cannot take it
   * @param cacheBytes about how much memory sagas may take that were moved a moment ago
   */
  public record LaneSettings(
      int count, int capacity, int maxBatch, int remoteCount, Duration retryFor, int cacheBytes) {}

  public record BodySettings(int maxBytes, int maxDepth) {}

  public record ReaderSettings(int threads, int waiting) {}

  /** Retries: of connections, and of messages that could not be handled. */
  public record JmsSettings(int consumers, int maxBatch, Duration firstRetry, Duration maxRetry) {}

  /**
   * @param patience how long a start waits for the database
   * @param volatileAllowed whether a database is allowed whose content is lost when the server
   *     stops
   */
  public record DatabaseSettings(Duration patience, boolean volatileAllowed) {}

  /**
   * @param interval from the end of a round to the next one
   * @param pause between two transactions of a round
   */
  public record RetentionSettings(
      Optional<String> archiveDirectory, Duration interval, Duration pause) {}

  public record ScriptSettings(Duration processorTime, int megabytes, int threads) {}

  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._~:@-]{0,64}");
  private static final Duration MILLISECOND = Duration.ofMillis(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  public static Settings read(CheckedSettings settings) {
    return new Settings(
        settings.text("CONFIGURATIONS_FILE_PATH"),
        settings.text("FLOWS_DIRECTORY"),
        settings.matching(
            "SAGA_ID_PREFIX",
            PREFIX,
            "it may have at most 64 letters, digits and characters of ._~:@-"),
        LintMode.read(settings),
        new LaneSettings(
            laneCount(settings),
            settings.number("flow-manager.lanes.capacity", 1, 1_000_000),
            settings.number("flow-manager.lanes.max-batch", 1, 1000),
            settings.number("flow-manager.stores.lanes", 1, 1000),
            settings.duration("flow-manager.lanes.retry-for", Duration.ZERO, MINUTE),
            settings.number("flow-manager.saga-cache.max-bytes", 0, 2_000_000_000)),
        bodies(settings),
        settings.flag("flow-manager.fast-path.enabled"),
        new PersistencySettings(settings.flag("flow-manager.persistency.enabled")),
        new ReaderSettings(
            settings.number("flow-manager.readers.threads", 1, 1000),
            settings.number("flow-manager.readers.waiting", 0, 1_000_000)),
        new ScriptSettings(
            settings.duration("flow-manager.scripts.processor-time", MILLISECOND, MINUTE),
            settings.number("flow-manager.scripts.megabytes", 4, 1024),
            settings.number("flow-manager.scripts.threads", 1, 1000)),
        settings.duration("flow-manager.payloads.processor-time", MILLISECOND, MINUTE),
        relay(settings),
        jms(settings),
        database(settings),
        stores(settings),
        retention(settings),
        settings.number("flow-manager.kafka.max-in-flight", 1, 1_000_000),
        settings.duration("flow-manager.relay.poll-interval", Duration.ofMillis(10), DAY),
        settings.duration("flow-manager.watchdog", Duration.ofSeconds(1), DAY),
        settings.duration("flow-manager.stop.patience", Duration.ZERO, DAY));
  }

  private static int laneCount(CheckedSettings settings) {
    boolean auto = settings.text("flow-manager.lanes.count").filter("auto"::equals).isPresent();
    return auto
        ? Math.max(1, Runtime.getRuntime().availableProcessors() / 2)
        : settings.number("flow-manager.lanes.count", 1, 1024);
  }

  private static RetentionSettings retention(CheckedSettings settings) {
    return new RetentionSettings(
        settings.text("flow-manager.archive.directory"),
        settings.duration("flow-manager.retention.interval", MILLISECOND, DAY),
        settings.duration("flow-manager.retention.pause", MILLISECOND, DAY));
  }

  private static JmsSettings jms(CheckedSettings settings) {
    return new JmsSettings(
        settings.number("flow-manager.jms.consumers", 1, 1000),
        settings.number("flow-manager.jms.max-batch", 1, 1000),
        settings.duration("flow-manager.jms.first-retry", MILLISECOND, DAY),
        settings.duration("flow-manager.jms.max-retry", MILLISECOND, DAY));
  }

  private static BodySettings bodies(CheckedSettings settings) {
    return new BodySettings(
        settings.number("flow-manager.body.max-bytes", 1, 1_000_000_000),
        settings.number("flow-manager.body.max-depth", 1, 500));
  }

  private static DatabaseSettings database(CheckedSettings settings) {
    return new DatabaseSettings(
        settings.duration("flow-manager.database.wait", Duration.ZERO, DAY),
        settings.flag("flow-manager.database.allow-volatile"));
  }

  private static RetryPolicy stores(CheckedSettings settings) {
    return new RetryPolicy(
        settings.duration("flow-manager.stores.timeout", MILLISECOND, MINUTE),
        settings.number("flow-manager.stores.retries", 0, 10),
        BriefRetries.DELAY,
        settings.number("flow-manager.stores.breaker.failures", 1, 1_000_000),
        settings.duration("flow-manager.stores.breaker.open-for", MILLISECOND, DAY));
  }

  private static DeliverySettings relay(CheckedSettings settings) {
    int faultsBefore = settings.faults().size();
    var relay =
        new DeliverySettings(
            settings.duration("flow-manager.relay.lease", MILLISECOND, DAY),
            settings.duration("flow-manager.relay.send-timeout", MILLISECOND, DAY),
            settings.duration("flow-manager.relay.first-retry", MILLISECOND, DAY),
            settings.duration("flow-manager.relay.max-retry", MILLISECOND, DAY),
            settings.number("flow-manager.relay.capacity", 1, 10_000_000),
            settings.number("flow-manager.relay.max-in-flight", 1, 100_000));
    boolean isReadable = settings.faults().size() == faultsBefore;
    if (isReadable && relay.lease().compareTo(relay.sendTimeout()) <= 0) {
      settings.fault(
          "flow-manager.relay.lease",
          relay.lease().toString(),
          "it must be longer than flow-manager.relay.send-timeout");
    }
    return relay;
  }
}
