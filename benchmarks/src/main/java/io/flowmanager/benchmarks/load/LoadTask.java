// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * What to do against an HTTP server on this machine.
 *
 * @param base what stands in front of the paths
 * @param script what a conversation is, see {@link Scripts}
 * @param perSecond conversations that begin in a second whatever the server does (open loop); 0: each connection begins
 *     its next one when the one before has ended (closed loop)
 * @param gapMillis open loop: what lies between two requests of a conversation, by plan
 * @param metadataBytes about how large the metadata of a start are
 */
public record LoadTask(
    int port,
    String base,
    String script,
    int connections,
    double seconds,
    double perSecond,
    int gapMillis,
    int metadataBytes) {

  public static LoadTask closed(int port, String script, int connections, double seconds) {
    return new LoadTask(port, "", script, connections, seconds, 0, 0, 0);
  }

  public LoadTask below(String path) {
    return new LoadTask(port, path, script, connections, seconds, perSecond, gapMillis, metadataBytes);
  }

  public LoadTask open(double rate, int gap) {
    return new LoadTask(port, base, script, connections, seconds, rate, gap, metadataBytes);
  }

  public LoadTask withMetadata(int bytes) {
    return new LoadTask(port, base, script, connections, seconds, perSecond, gapMillis, bytes);
  }

  public JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("port", port)
        .add("base", base)
        .add("script", script)
        .add("connections", connections)
        .add("seconds", seconds)
        .add("perSecond", perSecond)
        .add("gapMillis", gapMillis)
        .add("metadataBytes", metadataBytes)
        .build();
  }

  static LoadTask of(JsonObject json) {
    return new LoadTask(
        json.getInt("port"),
        json.getString("base"),
        json.getString("script"),
        json.getInt("connections"),
        json.getJsonNumber("seconds").doubleValue(),
        json.getJsonNumber("perSecond").doubleValue(),
        json.getInt("gapMillis"),
        json.getInt("metadataBytes"));
  }
}
