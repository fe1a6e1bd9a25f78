// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

/** The bodies of an order's requests. */
public final class Bodies {

  private final String start;

  /**
   * @param metadataBytes what the metadata is filled up to; 0 for an order as usual
   */
  public Bodies(int metadataBytes) {
    String order = "{\"customer\":\"c-1\",\"amount\":42.5,\"items\":[\"a\",\"b\"]}";
    String fill = ",\"fill\":\"" + "x".repeat(Math.max(0, metadataBytes - order.length() - 10)) + "\"}";
    String metadata = metadataBytes == 0 ? order : order.substring(0, order.length() - 1) + fill;
    this.start = "{\"associatedEntityId\":\"order-4711\",\"metadata\":" + metadata + "}";
  }

  public String start() {
    return start;
  }

  public String event(String saga, String label) {
    return "{\"key\":\"" + saga + "\",\"value\":" + message(label) + "}";
  }

  /** What an event is over Kafka. */
  public static String message(String label) {
    return "{\"messageLabel\":\"" + label + "\",\"messagePayload\":{\"" + label + "By\":\"participant-1\"}}";
  }
}
