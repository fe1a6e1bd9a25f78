// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.UntrustedJson;
import jakarta.json.JsonValue;
import java.util.Optional;

/** The answer of a service, with any status. */
public record Reply(int status, byte[] body) {

  private static final UntrustedJson JSON = new UntrustedJson(500);

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Whether the service reports a failure of its own (5xx). */
  boolean isServerError() {
    return status / 100 == 5;
  }

  /** The body as JSON; empty if it is not JSON. */
  public Optional<JsonValue> json() {
    try {
      return Optional.of(JSON.read(body).value());
    } catch (JsonSyntaxException e) {
      return Optional.empty();
    }
  }
}
