// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What came of a task. All requests were answered as the script wants it, or there would be a fault
 * instead.
 *
 * @param inTime requests that were answered before the time was over
 * @param seconds that time
 * @param conversations all that were begun, each brought to its end
 * @param latencies in microseconds, of all requests; in an open loop from the planned moment
 */
public record LoadOutcome(
    long inTime, double seconds, long conversations, Map<Kind, Histogram> latencies) {

  /** Kinds of requests. */
  public enum Kind {
    START,
    EVENT,
    READ
  }

  public static Map<Kind, Histogram> histograms() {
    Map<Kind, Histogram> all = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      all.put(kind, new Histogram(3));
    }
    return all;
  }

  public static LoadOutcome none(double seconds) {
    return new LoadOutcome(0, seconds, 0, histograms());
  }

  /** Of two that ran at the same time. */
  public LoadOutcome plus(LoadOutcome other) {
    Map<Kind, Histogram> both = histograms();
    both.forEach((kind, sum) -> sum.add(latencies(kind)));
    both.forEach((kind, sum) -> sum.add(other.latencies(kind)));
    return new LoadOutcome(
        inTime + other.inTime, seconds, conversations + other.conversations, both);
  }

  public double perSecond() {
    return inTime / seconds;
  }

  public double conversationsPerSecond() {
    return requests() == 0 ? conversations / seconds : perSecond() * conversations / requests();
  }

  /** The same, when all of it has taken so long. */
  public LoadOutcome within(double allSeconds) {
    return new LoadOutcome(Math.max(inTime, requests()), allSeconds, conversations, latencies);
  }

  public long requests() {
    return latencies.values().stream().mapToLong(Histogram::getTotalCount).sum();
  }

  /** Of those kinds together. */
  public Histogram latencies(Kind... kinds) {
    var sum = new Histogram(3);
    for (Kind kind : kinds) {
      sum.add(latencies.get(kind));
    }
    return sum;
  }

  public JsonObject toJson() {
    JsonObjectBuilder encoded = Json.createObjectBuilder();
    latencies.forEach(
        (kind, histogram) -> encoded.add(kind.name(), EncodedHistogram.encode(histogram)));
    return Json.createObjectBuilder()
        .add("inTime", inTime)
        .add("seconds", seconds)
        .add("conversations", conversations)
        .add("latencies", encoded)
        .build();
  }

  public static LoadOutcome of(JsonObject json) {
    Map<Kind, Histogram> latencies = histograms();
    JsonObject encoded = json.getJsonObject("latencies");
    latencies.replaceAll((kind, none) -> EncodedHistogram.decode(encoded.getString(kind.name())));
    return new LoadOutcome(
        json.getJsonNumber("inTime").longValue(),
        json.getJsonNumber("seconds").doubleValue(),
        json.getJsonNumber("conversations").longValue(),
        latencies);
  }
}
