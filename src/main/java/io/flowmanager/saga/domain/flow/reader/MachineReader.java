// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.BusinessLabel;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.document.Ids;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import io.flowmanager.saga.domain.flow.document.References;
import java.util.List;
import java.util.Optional;

/** Reads {@code machineDefinition}. */
final class MachineReader {

  private final References references;
  private final StateReader stateReader;

  MachineReader(References references) {
    this.references = references;
    this.stateReader = new StateReader(references);
  }

  MachineDefinition read(Members members) {
    Optional<Node> businessEvents = members.find("businessEvents");
    if (businessEvents.isEmpty()) {
      references.businessEvents().listed();
    }
    return new MachineDefinition(
        members.need("initialState").flatMap(this::initialState).orElse(""),
        members.label("creationEvent"),
        members.need("states").map(this::states).orElse(List.of()),
        labels(members.need("businessStates"), references.businessStates()),
        labels(businessEvents, references.businessEvents()));
  }

  private Optional<String> initialState(Node node) {
    return node.read(Node::label, references.states()::refer);
  }

  private List<MachineDefinition.State> states(Node node) {
    Optional<List<Node>> states = node.list();
    if (states.isEmpty()) {
      return List.of();
    }
    if (states.get().isEmpty()) {
      node.fault("must have at least one state, the initial one");
    } else {
      references.states().listed();
    }
    return states.get().stream()
        .map(state -> state.object(stateReader::read))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<BusinessLabel> labels(Optional<Node> section, Ids<BusinessId> ids) {
    Optional<List<Node>> labels = section.flatMap(Node::list);
    labels.ifPresent(list -> ids.listed());
    BusinessLabelReader reader = new BusinessLabelReader(ids);
    return labels.orElse(List.of()).stream()
        .map(label -> label.object(reader::read))
        .flatMap(Optional::stream)
        .toList();
  }
}
