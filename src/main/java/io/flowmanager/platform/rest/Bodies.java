// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads request bodies.
 *
 * @param maxBytes bodies may have so many bytes
 */
public record Bodies(int maxBytes, UntrustedJson json) {

  /**
   * The JSON value that the body holds.
   *
   * @throws ProblemException 400 when it is no JSON or the sender hung up, 413 when it is too large
   */
  public JsonValue read(InputStream body) {
    byte[] bytes = bytes(body);
    if (bytes.length > maxBytes) {
      String detail = "The body has more than the " + maxBytes + " bytes that this server takes.";
      throw new ProblemException(Problem.of(413, "Body too large", detail));
    }
    try {
      return json.parse(bytes);
    } catch (JsonSyntaxException e) {
      throw new ProblemException(Problem.of(400, "Malformed JSON", e.getMessage()));
    }
  }

  private byte[] bytes(InputStream body) {
    try {
      return body.readNBytes(maxBytes + 1);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(400, "Incomplete body", "The body ended before its time."));
    }
  }
}
