// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader.channel;

import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.Spelling;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import jakarta.json.JsonValue.ValueType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code authenticationProperties} of a kafka channel, which have KafkaJS form. */
final class KafkaAuthenticationReader {

  private static final List<String> IDENTITY = List.of("key", "cert", "passphrase");
  private static final String TOKENS = "oauthbearer";
  private static final List<String> MECHANISMS =
      List.of("plain", "scram-sha-256", "scram-sha-512", TOKENS);

  private final ConfigValueReader configValue = new ConfigValueReader();

  Optional<ChannelDefinition.KafkaAuthentication> read(Node node) {
    return node.object(this::authentication);
  }

  private ChannelDefinition.KafkaAuthentication authentication(Members members) {
    return new ChannelDefinition.KafkaAuthentication(
        members.find("ssl").flatMap(this::ssl),
        members.find("sasl").flatMap(sasl -> sasl.object(this::sasl)));
  }

  private Optional<ChannelDefinition.Ssl> ssl(Node node) {
    return switch (node.value().getValueType()) {
      case TRUE ->
          Optional.of(new ChannelDefinition.Ssl(List.of(), Map.of(), true, Optional.empty()));
      case FALSE -> Optional.empty();
      case OBJECT -> node.object(this::ssl);
      default -> node.refuse("true, false or an object");
    };
  }

  private ChannelDefinition.Ssl ssl(Members members) {
    Map<String, ConfigValue> identity = new LinkedHashMap<>();
    for (String name : IDENTITY) {
      members
          .find(name)
          .flatMap(configValue::readFilled)
          .ifPresent(value -> identity.put(name, value));
    }
    return new ChannelDefinition.Ssl(
        members.find("ca").map(this::authorities).orElse(List.of()),
        Collections.unmodifiableMap(identity),
        members.flag("rejectUnauthorized", true),
        members.optionalText("servername"));
  }

  /** Node takes one text or a list of them. */
  private List<ConfigValue> authorities(Node node) {
    if (node.value().getValueType() != ValueType.ARRAY) {
      return configValue.readFilled(node).stream().toList();
    }
    List<Node> elements = node.list().orElseThrow();
    if (elements.isEmpty()) {
      node.fault("must name at least one certificate, or be left out to trust those of the server");
    }
    return elements.stream().flatMap(element -> configValue.readFilled(element).stream()).toList();
  }

  private ChannelDefinition.Sasl sasl(Members members) {
    Optional<String> mechanism =
        members.need("mechanism").flatMap(KafkaAuthenticationReader::mechanism);
    boolean withPassword = mechanism.isPresent() && !mechanism.get().equals(TOKENS);
    return new ChannelDefinition.Sasl(
        mechanism.orElse(""),
        credential(members, "username", withPassword),
        credential(members, "password", withPassword));
  }

  private Optional<ConfigValue> credential(Members members, String name, boolean needed) {
    Optional<Node> credential = needed ? members.need(name) : members.find(name);
    return credential.flatMap(configValue::readFilled);
  }

  private static Optional<String> mechanism(Node node) {
    Optional<String> mechanism = node.string().map(text -> text.toLowerCase(Locale.ROOT));
    if (mechanism.isPresent() && !MECHANISMS.contains(mechanism.get())) {
      node.fault(
          "must be one of "
              + String.join(", ", MECHANISMS)
              + ", not "
              + Spelling.quote(mechanism.get()));
      return Optional.empty();
    }
    return mechanism;
  }
}
