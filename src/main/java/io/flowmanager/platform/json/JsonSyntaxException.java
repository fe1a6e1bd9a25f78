// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import jakarta.json.stream.JsonParsingException;

/**
 * The text is no JSON that we accept. The message says where and why, in words for the one who sent
 * it.
 */
public final class JsonSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public JsonSyntaxException(String message) {
    super(message);
  }

  JsonSyntaxException(String message, Throwable cause) {
    super(message, cause);
  }

  static JsonSyntaxException at(JsonParsingException e) {
    var location = e.getLocation();
    return new JsonSyntaxException(
        "The text is not valid JSON (RFC 8259): the fault is at line "
            + location.getLineNumber()
            + ", column "
            + location.getColumnNumber()
            + ".",
        e);
  }
}
