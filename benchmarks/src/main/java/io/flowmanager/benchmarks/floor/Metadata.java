// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.floor;

/** Metadata of an order, as large as those that the other systems keep. */
final class Metadata {

  static final String START = "{\"customer\":\"c-1\",\"amount\":42.5,\"items\":[\"a\",\"b\"]}";

  private Metadata() {}

  static String with(String metadata, String event) {
    return metadata.substring(0, metadata.length() - 1) + ",\"" + event + "By\":\"participant-1\"}";
  }
}
