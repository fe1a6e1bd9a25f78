// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.Map;

/**
 * A login module in the syntax of {@code sasl.jaas.config}. Every value is quoted and escaped, so
 * that no value can add options.
 */
final class JaasEntry {

  private JaasEntry() {}

  static String of(String module, Map<String, String> options) {
    var entry = new StringBuilder(module).append(" required");
    options.forEach(
        (name, value) -> entry.append(' ').append(name).append('=').append(quoted(value)));
    return entry.append(';').toString();
  }

  /**
   * The client parses with a {@link java.io.StreamTokenizer}, which ends a quoted text at the end
   * of the line.
   */
  private static String quoted(String value) {
    String escaped =
        value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
    return '"' + escaped + '"';
  }
}
