// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader.channel;

import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;

/** Reads a text or a secret reference. Messages never repeat the text. */
public final class ConfigValueReader {

  private static final List<String> SECRET_TYPES = List.of("file");

  Optional<ConfigValue> read(Node node) {
    return switch (node.value().getValueType()) {
      case STRING -> Optional.of(new ConfigValue.Plain(((JsonString) node.value()).getString()));
      case OBJECT -> node.object(ConfigValueReader::secretFile);
      default ->
          node.refuse(
              "a string or a secret reference such as {\"type\": \"file\", \"path\": \"/run/secret\"}");
    };
  }

  /** As {@link #read}, but an empty text is a fault. */
  public Optional<ConfigValue> readFilled(Node node) {
    return node.value() instanceof JsonString
        ? node.text().map(ConfigValue.Plain::new)
        : read(node);
  }

  private static ConfigValue secretFile(Members members) {
    members.oneOf("type", SECRET_TYPES);
    return new ConfigValue.SecretFile(members.text("path"));
  }
}
