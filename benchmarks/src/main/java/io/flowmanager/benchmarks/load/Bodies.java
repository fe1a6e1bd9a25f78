// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import java.util.Random;

/** The bodies of an order's requests. */
public final class Bodies {

  private final String metadata;

  /**
   * @param metadataBytes what the metadata is filled up to; 0 for an order as usual
   */
  public Bodies(int metadataBytes) {
    var items = new StringBuilder("\"a\",\"b\"");
    var random = new Random(metadataBytes);
    while (items.length() + 45 < metadataBytes) {
      items.append(",{\"article\":\"").append(Integer.toString(random.nextInt(1 << 30), 36));
      items.append("\",\"count\":").append(random.nextInt(100)).append('}');
    }
    this.metadata = "{\"customer\":\"c-1\",\"amount\":42.5,\"items\":[" + items + "]}";
  }

  String start(String entity) {
    return "{\"associatedEntityId\":\"" + entity + "\",\"metadata\":" + metadata + "}";
  }

  static String event(String saga, String label) {
    return "{\"key\":\"" + saga + "\",\"value\":" + message(label) + "}";
  }

  /** What an event is over Kafka. */
  static String message(String label) {
    return "{\"messageLabel\":\""
        + label
        + "\",\"messagePayload\":{\""
        + label
        + "By\":\"participant-1\"}}";
  }
}
