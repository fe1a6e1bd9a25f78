// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.config;

import java.util.List;

/**
 * The server cannot start with this configuration. The message lists every fault that was found,
 * one on each line.
 */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConfigurationException(List<String> faults) {
    super(
        "Flow Manager cannot start, its configuration has "
            + (faults.size() == 1 ? "a fault:" : faults.size() + " faults:")
            + "\n  - "
            + String.join("\n  - ", faults));
  }
}
