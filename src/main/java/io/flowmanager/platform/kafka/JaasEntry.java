// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.Map;

/**
 * One login module in the language of {@code sasl.jaas.config}. Every value is quoted, so that no
 * text can end its quotes and say something of its own.
 */
final class JaasEntry {

  private JaasEntry() {}

  static String of(String module, Map<String, String> options) {
    var entry = new StringBuilder(module).append(" required");
    options.forEach(
        (name, value) -> entry.append(' ').append(name).append('=').append(quoted(value)));
    return entry.append(';').toString();
  }

  /** The client reads with a {@link java.io.StreamTokenizer}, which ends a text at a line's end. */
  private static String quoted(String value) {
    String escaped =
        value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
    return '"' + escaped + '"';
  }
}
