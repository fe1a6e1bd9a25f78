// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader.channel;

import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.FlowWarning;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code headers}: names are tokens, values field values of RFC 9110. */
public final class HeaderReader {

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");
  private static final Set<String> COMPUTED =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private final ConfigValueReader configValue = new ConfigValueReader();

  public Map<String, ConfigValue> read(Members members) {
    return members.find("headers").map(this::headers).orElse(Map.of());
  }

  private Map<String, ConfigValue> headers(Node node) {
    Map<String, ConfigValue> headers = new LinkedHashMap<>();
    node.freeObject()
        .ifPresent(
            object ->
                object.forEach((name, value) -> header(headers, name, node.child(name, value))));
    return Collections.unmodifiableMap(headers);
  }

  private void header(Map<String, ConfigValue> headers, String name, Node node) {
    if (!NAME.matcher(name).matches()) {
      node.fault(
          "has a name that HTTP does not allow: use letters, digits and !#$%&'*+-.^_`|~ only");
    }
    Optional<ConfigValue> value = node.isNull() ? Optional.empty() : configValue.read(node);
    value.ifPresent(written -> check(node, written));
    if (COMPUTED.contains(name.toLowerCase(Locale.ROOT))) {
      node.warn(FlowWarning.Kind.IGNORED_HEADER, "is set by the server itself and ignored");
    } else {
      value.ifPresent(written -> headers.put(name, written));
    }
  }

  private static void check(Node node, ConfigValue value) {
    if (value instanceof ConfigValue.Plain plain && !VALUE.matcher(plain.text()).matches()) {
      node.fault(
          "must not contain line breaks, control characters or characters beyond ISO 8859-1");
    }
  }
}
