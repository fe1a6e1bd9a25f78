// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.json.JsonDocument;
import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.Problem.Fault;
import io.flowmanager.platform.problem.ProblemException;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Reads request bodies.
 *
 * @param maxBytes maximum size of a body
 */
public record Bodies(int maxBytes, UntrustedJson json) {

  /** Most bodies are smaller; the default buffer would be eight times as large. */
  private static final int USUAL_BYTES = 1024;

  /**
   * Reads the JSON value of the body.
   *
   * @throws ProblemException 400 if it is not JSON, if a key occurs more than once in one object,
   *     or if the sender closed the connection; 413 if it is too large
   */
  public JsonValue read(InputStream body) {
    JsonDocument document = readLeniently(body);
    if (!document.repeatedKeys().isEmpty()) {
      throw new ProblemException(repeated(document.repeatedKeys()));
    }
    return document.value();
  }

  private static Problem repeated(List<String> pointers) {
    return Problem.of(
        400,
        "Malformed JSON",
        "The JSON has a key more than once in one object: " + String.join(", ", pointers) + ".",
        pointers.stream().map(pointer -> new Fault(pointer, "occurs more than once")).toList());
  }

  /**
   * Reads the body, for callers that report repeated keys themselves.
   *
   * @throws ProblemException 400 if it is not JSON or the sender closed the connection; 413 if it
   *     is too large
   */
  public JsonDocument readLeniently(InputStream body) {
    byte[] bytes = bytes(body);
    if (bytes.length > maxBytes) {
      String detail = "The body has more than the " + maxBytes + " bytes that this server accepts.";
      throw new ProblemException(Problem.of(413, "Body too large", detail));
    }
    try {
      return json.read(bytes);
    } catch (JsonSyntaxException e) {
      throw new ProblemException(Problem.of(400, "Malformed JSON", e.getMessage()));
    }
  }

  /** Reads up to one byte more than allowed. */
  private byte[] bytes(InputStream body) {
    try {
      byte[] start = new byte[Math.min(USUAL_BYTES, maxBytes + 1)];
      int size = body.readNBytes(start, 0, start.length);
      return size < start.length ? Arrays.copyOf(start, size) : longer(start, body);
    } catch (IOException e) {
      throw new ProblemException(Problem.of(400, "Incomplete body", "The body ended too early."));
    }
  }

  private byte[] longer(byte[] start, InputStream body) throws IOException {
    byte[] rest = body.readNBytes(maxBytes + 1 - start.length);
    byte[] whole = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, whole, start.length, rest.length);
    return whole;
  }
}
