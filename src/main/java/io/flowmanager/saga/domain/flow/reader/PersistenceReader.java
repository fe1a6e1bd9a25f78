// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.PersistenceDefinition;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import io.flowmanager.saga.domain.flow.reader.channel.AuthorityReader;
import io.flowmanager.saga.domain.flow.reader.channel.ConfigValueReader;
import io.flowmanager.saga.domain.flow.reader.channel.EndpointReader;
import io.flowmanager.saga.domain.flow.reader.channel.HeaderReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code persistencyManagement}. An empty section means the server's data source. */
final class PersistenceReader {

  private static final String JPA = "jpa";
  private static final String CONFIG = "configurations";
  private static final List<String> TYPES = List.of(JPA, "rest", "mongo", "crud");
  private static final String CRUD_HOST = "crud-service";
  private static final int CRUD_PORT = 80;

  private final EndpointReader endpointReader = new EndpointReader();
  private final AuthorityReader authorityReader = new AuthorityReader();
  private final HeaderReader headerReader = new HeaderReader();
  private final ConfigValueReader configValue = new ConfigValueReader();

  PersistenceDefinition read(Members members) {
    String type =
        members.find("type").isEmpty() && members.sayNothing() ? JPA : members.oneOf("type", TYPES);
    Optional<Node> configurations =
        type.isEmpty() || type.equals(JPA) ? members.find(CONFIG) : members.need(CONFIG);
    PersistenceDefinition jpa = new PersistenceDefinition.Jpa();
    if (type.isEmpty()) {
      return jpa;
    }
    return configurations.flatMap(node -> node.object(inner -> ofType(type, inner))).orElse(jpa);
  }

  private PersistenceDefinition ofType(String type, Members members) {
    return switch (type) {
      case "rest" -> new PersistenceDefinition.Rest(endpointReader.read(members));
      case "mongo" -> mongo(members);
      case "crud" -> crud(members);
      default -> new PersistenceDefinition.Jpa();
    };
  }

  private PersistenceDefinition mongo(Members members) {
    Optional<ConfigValue> uri = members.need("connectionUri").flatMap(configValue::readFilled);
    return new PersistenceDefinition.Mongo(
        uri.orElseGet(() -> new ConfigValue.Plain("")), members.text("collectionName"));
  }

  private PersistenceDefinition crud(Members members) {
    String collectionName = members.text("collectionName");
    Optional<String> protocol =
        members.find("protocol").flatMap(node -> node.oneOf(EndpointReader.PROTOCOLS));
    Optional<Node> host = members.find("host");
    AuthorityReader.Authority authority = authorityReader.read(members, host);
    Map<String, ConfigValue> headers = headerReader.read(members);
    return new PersistenceDefinition.Crud(
        collectionName,
        protocol.orElse("http"),
        host.isPresent() ? authority.host() : CRUD_HOST,
        OptionalInt.of(authority.port().orElse(CRUD_PORT)),
        headers);
  }
}
