// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.systems;

/** Channels as they stand in a flow file. */
public final class Channels {

  private Channels() {}

  public static String rest(String id, int port) {
    return """
        {"id": "%s", "type": "rest", "configurations": {
          "protocol": "http", "endpoint": "localhost", "port": %d, "method": "POST", "path": "/commands"}}"""
        .formatted(id, port);
  }

  public static String kafka(String id, String brokers, String in, String out) {
    return """
        {"id": "%s", "type": "kafka", "configurations": {
          "brokers": "%s", "consumerGroup": "%s",
          "inputTopics": ["%s"], "outputTopics": ["%s"]}}"""
        .formatted(id, brokers, in, in, out);
  }
}
