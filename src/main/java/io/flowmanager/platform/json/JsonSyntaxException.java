// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import jakarta.json.stream.JsonParsingException;
import java.util.List;

/**
 * The text is not JSON, or not within our limits. The message says where and why, for the sender of
 * the text.
 */
public final class JsonSyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public JsonSyntaxException(String message) {
    super(message);
  }

  JsonSyntaxException(String message, Throwable cause) {
    super(message, cause);
  }

  static JsonSyntaxException ofRepeatedKeys(List<String> pointers) {
    return new JsonSyntaxException(
        "The JSON has a key more than once in one object: " + String.join(", ", pointers) + ".");
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
