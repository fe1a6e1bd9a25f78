// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;

/** How a consumer of ours behaves. */
public final class ConsumerRules {

  /** What a flow file may say otherwise. Nothing that was sent before the first start is lost. */
  public static final Map<String, Object> PREFERRED =
      Map.of("auto.offset.reset", "earliest", "max.poll.records", 1000);

  private ConsumerRules() {}

  /** What our promises stand on. */
  public static Map<String, Object> required(String group) {
    return Map.of(
        "group.id",
        group,
        "enable.auto.commit",
        false,
        "isolation.level",
        "read_committed",
        "partition.assignment.strategy",
        CooperativeStickyAssignor.class.getName());
  }
}
