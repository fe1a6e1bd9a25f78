// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Reads a way out of a state. */
final class TransitionReader {

  private final References references;
  private final BusinessIdReader businessIdReader = new BusinessIdReader();

  TransitionReader(References references) {
    this.references = references;
  }

  MachineDefinition.Transition read(Members members) {
    String inputEvent = members.label("inputEvent");
    Optional<Node> targetNode = members.need("targetState");
    Optional<String> target = targetNode.flatMap(Node::label);
    target.ifPresent(id -> references.states().refer(targetNode.get(), id));
    Optional<Node> eventNode = members.find("businessEventId");
    Optional<BusinessId> businessEvent = eventNode.flatMap(businessIdReader::read);
    businessEvent.ifPresent(id -> references.businessEvents().refer(eventNode.get(), id));
    return new MachineDefinition.Transition(
        inputEvent,
        target.orElse(""),
        businessEvent,
        members.find("payloadValidationSchema").flatMap(TransitionReader::schema));
  }

  /**
   * JSON Schema also has {@code true}, which allows everything, and {@code false}, which allows
   * nothing.
   */
  private static Optional<JsonObject> schema(Node node) {
    return switch (node.value().getValueType()) {
      case TRUE -> Optional.empty();
      case FALSE ->
          Optional.of(Json.createObjectBuilder().add("not", JsonValue.EMPTY_JSON_OBJECT).build());
      case OBJECT -> node.freeObject();
      default -> node.refuse("a JSON Schema, which is an object, true or false");
    };
  }
}
