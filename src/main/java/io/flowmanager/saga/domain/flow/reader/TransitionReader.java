// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import io.flowmanager.saga.domain.flow.document.References;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Reads a transition of a state. */
final class TransitionReader {

  private final References references;
  private final BusinessIdReader businessIdReader = new BusinessIdReader();

  TransitionReader(References references) {
    this.references = references;
  }

  MachineDefinition.Transition read(Members members) {
    return new MachineDefinition.Transition(
        members.label("inputEvent"),
        members.need("targetState").flatMap(this::targetState).orElse(""),
        members.find("businessEventId").flatMap(this::businessEventId),
        members.find("payloadValidationSchema").flatMap(TransitionReader::schema));
  }

  private Optional<String> targetState(Node node) {
    return node.read(Node::label, references.states()::refer);
  }

  private Optional<BusinessId> businessEventId(Node node) {
    return node.read(businessIdReader::read, references.businessEvents()::refer);
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
