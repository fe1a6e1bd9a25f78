// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;

/** Properties of our consumers. */
public final class ConsumerRules {

  /** Defaults that a flow file may override. */
  public static final Map<String, Object> PREFERRED = Map.of("max.poll.records", 1000);

  private static final String RESET = "auto.offset.reset";

  private ConsumerRules() {}

  /**
   * Where a new group starts. By default, messages that were sent before the first start are read.
   */
  static String whereNew(KafkaAccess access) {
    return access.clientProperties().getOrDefault(RESET, "earliest");
  }

  /**
   * Required for our guarantees: a consumer that resets its position by itself does not report it.
   */
  public static Map<String, Object> required(String group) {
    return Map.of(
        "group.id",
        group,
        RESET,
        "none",
        "enable.auto.commit",
        false,
        "isolation.level",
        "read_committed",
        "partition.assignment.strategy",
        CooperativeStickyAssignor.class.getName());
  }
}
