// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/**
 * What to do against HTTP servers on this machine.
 *
 * @param ports the connections are spread over them in turn, and so the requests of each
 *     conversation
 * @param bases what stands in front of paths; conversations take them in turn
 * @param script what a conversation is, see {@link Scripts}
 * @param pace when conversations begin
 * @param metadataBytes about how large the metadata of a start are; 0 for an order as usual
 */
public record LoadTask(
    List<Integer> ports,
    List<String> bases,
    String script,
    int connections,
    double seconds,
    Pace pace,
    int metadataBytes) {

  /** Orders at the root of a server, in a closed loop. */
  public static LoadTask orders(int port, int connections, double seconds) {
    return new LoadTask(
        List.of(port), List.of(""), Scripts.ORDER, connections, seconds, Pace.CLOSED, 0);
  }

  public LoadTask at(List<Integer> servers) {
    return new LoadTask(servers, bases, script, connections, seconds, pace, metadataBytes);
  }

  public LoadTask below(List<String> paths) {
    return new LoadTask(ports, paths, script, connections, seconds, pace, metadataBytes);
  }

  public LoadTask by(String otherScript) {
    return new LoadTask(ports, bases, otherScript, connections, seconds, pace, metadataBytes);
  }

  public LoadTask paced(Pace otherPace) {
    return new LoadTask(ports, bases, script, connections, seconds, otherPace, metadataBytes);
  }

  public LoadTask lasting(int otherConnections, double otherSeconds) {
    return new LoadTask(ports, bases, script, otherConnections, otherSeconds, pace, metadataBytes);
  }

  public LoadTask withMetadata(int bytes) {
    return new LoadTask(ports, bases, script, connections, seconds, pace, bytes);
  }

  JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("ports", Json.createArrayBuilder(ports))
        .add("bases", Json.createArrayBuilder(bases))
        .add("script", script)
        .add("connections", connections)
        .add("seconds", seconds)
        .add("perSecond", pace.perSecond())
        .add("gapMillis", pace.gapMillis())
        .add("metadataBytes", metadataBytes)
        .build();
  }

  static LoadTask of(JsonObject json) {
    return new LoadTask(
        json.getJsonArray("ports").getValuesAs(JsonNumber::intValue),
        json.getJsonArray("bases").getValuesAs(JsonString::getString),
        json.getString("script"),
        json.getInt("connections"),
        json.getJsonNumber("seconds").doubleValue(),
        new Pace(json.getJsonNumber("perSecond").doubleValue(), json.getInt("gapMillis")),
        json.getInt("metadataBytes"));
  }
}
