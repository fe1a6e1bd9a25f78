// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.platform.json.JsonDocument;
import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.reader.FlowReader;
import jakarta.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The content of a flow file.
 *
 * @param version hash of the content
 */
public record FlowContent(FlowVersion version, FlowReading reading) {

  private static final UntrustedJson JSON = new UntrustedJson(500);

  /**
   * Reads the content of a flow file.
   *
   * @return empty if the content is JSON but not an object
   * @throws JsonSyntaxException if the content is not JSON
   */
  public static Optional<FlowContent> read(byte[] bytes) {
    JsonDocument document = JSON.read(bytes);
    return document.value() instanceof JsonObject object
        ? Optional.of(
            new FlowContent(hash(bytes), new FlowReader().read(object, document.repeatedKeys())))
        : Optional.empty();
  }

  private static FlowVersion hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new FlowVersion(HexFormat.of().formatHex(digest, 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
