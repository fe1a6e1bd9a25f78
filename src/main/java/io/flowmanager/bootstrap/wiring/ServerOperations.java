// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.platform.rest.HttpOperation;
import java.util.List;

/** The operations that tell of the server itself. */
final class ServerOperations {

  private ServerOperations() {}

  static List<HttpOperation> all() {
    return List.of(
        HttpOperation.get("healthz", "/-/healthz"),
        HttpOperation.get("ready", "/-/ready"),
        HttpOperation.get("checkUp", "/-/check-up"),
        HttpOperation.get("metrics", "/-/metrics"));
  }
}
