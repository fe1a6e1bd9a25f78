// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import java.util.Optional;

/** Credentials for a broker; never shown. */
public record Credentials(Optional<String> username, Optional<String> password) {

  @Override
  public String toString() {
    return "Credentials[***]";
  }
}
