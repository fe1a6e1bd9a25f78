// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import java.util.List;

/** A flow file that a server would refuse. The message has all faults, one a line. */
public final class InvalidFlowError extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  InvalidFlowError(String flow, List<String> faults) {
    super("The flow " + flow + " is not valid:\n  " + String.join("\n  ", faults));
    this.faults = List.copyOf(faults);
  }

  /** Each begins with the JSON pointer of its place and says how to correct it. */
  public List<String> faults() {
    return faults;
  }
}
