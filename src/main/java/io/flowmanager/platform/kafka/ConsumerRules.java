// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;

/** How a consumer of ours behaves. */
public final class ConsumerRules {

  /** What a flow file may say otherwise. */
  public static final Map<String, Object> PREFERRED = Map.of("max.poll.records", 1000);

  private static final String RESET = "auto.offset.reset";

  private ConsumerRules() {}

  /** Where a new group begins. By default nothing that was sent before the first start is lost. */
  static String whereNew(KafkaAccess access) {
    return access.clientProperties().getOrDefault(RESET, "earliest");
  }

  /** What our promises stand on: a consumer that finds a new position by itself tells nobody. */
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
