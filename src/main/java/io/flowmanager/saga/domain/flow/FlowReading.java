// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import java.util.List;

/** The result of reading a flow file. Warnings never stop a flow. */
public sealed interface FlowReading {

  /** Unknown keys and the like, in the order of the file. */
  List<FlowWarning> warnings();

  /** The file has no fault. */
  record Sound(FlowDefinition definition, List<FlowWarning> warnings) implements FlowReading {}

  /**
   * The file has at least one fault; all that could be found are listed, keys that stand more than
   * once first, then all others in the order of the file.
   */
  record Faulty(List<FlowFault> faults, List<FlowWarning> warnings) implements FlowReading {}
}
