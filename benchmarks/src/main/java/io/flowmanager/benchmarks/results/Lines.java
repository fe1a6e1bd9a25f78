// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.results;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.DoubleStream;

/** Some lines of results, to be asked. */
public record Lines(List<JsonObject> all) {

  public static final String WORKLOAD = "workload";
  public static final String SYSTEM = "system";
  public static final String CONNECTIONS = "connections";
  public static final String NODES = "nodes";

  /** Those that have this text, or this number. */
  public Lines where(String field, String value) {
    return new Lines(all.stream().filter(line -> value.equals(text(line, field))).toList());
  }

  public Lines without(String field, String value) {
    return new Lines(all.stream().filter(line -> !value.equals(text(line, field))).toList());
  }

  public Lines of(String workload, String system) {
    return where(WORKLOAD, workload).where(SYSTEM, system);
  }

  public List<String> values(String field) {
    return all.stream()
        .filter(line -> line.containsKey(field))
        .map(line -> text(line, field))
        .distinct()
        .toList();
  }

  /** Of the rounds; not a number when there is none. */
  public double median(String field) {
    double[] values = numbers(field).sorted().toArray();
    if (values.length == 0) {
      return Double.NaN;
    }
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  public double max(String field) {
    return numbers(field).max().orElse(Double.NaN);
  }

  private DoubleStream numbers(String field) {
    return all.stream()
        .filter(line -> line.containsKey(field))
        .mapToDouble(line -> number(line, field));
  }

  public static double number(JsonObject line, String field) {
    JsonNumber number = line.getJsonNumber(field);
    return number == null ? Double.NaN : number.doubleValue();
  }

  public static String text(JsonObject line, String field) {
    JsonValue value = line.get(field);
    if (value == null) {
      return "";
    }
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
