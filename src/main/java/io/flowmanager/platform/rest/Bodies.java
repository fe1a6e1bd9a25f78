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
 * @param maxBytes bodies may have so many bytes
 */
public record Bodies(int maxBytes, UntrustedJson json) {

  /** Most bodies end within; reading without knowing would take eight times as much for each. */
  private static final int USUAL_BYTES = 1024;

  /**
   * The JSON value that the body holds.
   *
   * @throws ProblemException 400 when it is no JSON, has a key more than once in one object or the
   *     sender hung up, 413 when it is too large
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
   * What the body holds, for those who tell themselves which keys stand more than once.
   *
   * @throws ProblemException 400 when it is no JSON or the sender hung up, 413 when it is too large
   */
  public JsonDocument readLeniently(InputStream body) {
    byte[] bytes = bytes(body);
    if (bytes.length > maxBytes) {
      String detail = "The body has more than the " + maxBytes + " bytes that this server takes.";
      throw new ProblemException(Problem.of(413, "Body too large", detail));
    }
    try {
      return json.read(bytes);
    } catch (JsonSyntaxException e) {
      throw new ProblemException(Problem.of(400, "Malformed JSON", e.getMessage()));
    }
  }

  /** One more byte than allowed, if there are so many. */
  private byte[] bytes(InputStream body) {
    try {
      byte[] start = new byte[Math.min(USUAL_BYTES, maxBytes + 1)];
      int size = body.readNBytes(start, 0, start.length);
      return size < start.length ? Arrays.copyOf(start, size) : longer(start, body);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(400, "Incomplete body", "The body ended before its time."));
    }
  }

  private byte[] longer(byte[] start, InputStream body) throws IOException {
    byte[] rest = body.readNBytes(maxBytes + 1 - start.length);
    byte[] whole = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, whole, start.length, rest.length);
    return whole;
  }
}
