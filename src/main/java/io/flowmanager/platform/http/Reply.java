// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.UntrustedJson;
import jakarta.json.JsonValue;
import java.util.Optional;

/** What a service answered, whatever its status. */
public record Reply(int status, byte[] body) {

  private static final UntrustedJson JSON = new UntrustedJson(500);

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Whether the service says that it failed, and not that the call was wrong. */
  boolean isServerError() {
    return status / 100 == 5;
  }

  /** The body as JSON, if it is. */
  public Optional<JsonValue> json() {
    try {
      return Optional.of(JSON.read(body).value());
    } catch (JsonSyntaxException e) {
      return Optional.empty();
    }
  }
}
