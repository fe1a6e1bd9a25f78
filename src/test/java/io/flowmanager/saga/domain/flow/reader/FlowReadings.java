// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.FlowWarning;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.FlowSchema;

/**
 * What the tests expect of the reader and, at the same time, of the JSON Schema: the two must agree
 * on form.
 */
final class FlowReadings {

  private FlowReadings() {}

  static FlowReading read(FlowDocuments flow) {
    return new FlowReader().read(flow.json());
  }

  /** A fault of form, which the schema sees too. */
  static void assertRefused(FlowDocuments flow, String pointer, String message) {
    assertOnlyFault(flow, pointer, message);
    assertThat(FlowSchema.violationsOf(flow.json())).as("violations of the schema").isNotEmpty();
  }

  /** A fault that is beyond JSON Schema, such as a reference to nothing. */
  static void assertRefusedDespiteSchema(FlowDocuments flow, String pointer, String message) {
    assertOnlyFault(flow, pointer, message);
    assertThat(FlowSchema.violationsOf(flow.json())).as("violations of the schema").isEmpty();
  }

  static void assertWarned(FlowDocuments flow, String pointer, String message) {
    assertThat(sound(flow).warnings())
        .extracting(FlowWarning::pointer, FlowWarning::message)
        .containsExactly(tuple(pointer, message));
  }

  static FlowDefinition accepted(FlowDocuments flow) {
    FlowReading.Sound reading = sound(flow);
    assertThat(reading.warnings()).isEmpty();
    return reading.definition();
  }

  private static FlowReading.Sound sound(FlowDocuments flow) {
    FlowReading reading = read(flow);
    assertThat(reading).isInstanceOf(FlowReading.Sound.class);
    assertThat(FlowSchema.violationsOf(flow.json())).as("violations of the schema").isEmpty();
    return (FlowReading.Sound) reading;
  }

  private static void assertOnlyFault(FlowDocuments flow, String pointer, String message) {
    assertThat(read(flow)).isInstanceOf(FlowReading.Faulty.class);
    assertThat(((FlowReading.Faulty) read(flow)).faults())
        .containsExactly(new FlowFault(pointer, message));
  }
}
