// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import io.flowmanager.saga.domain.flow.document.References;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a state of the machine. */
final class StateReader {

  private final References references;
  private final OutputCommandReader commandReader;
  private final TransitionReader transitionReader;
  private final TimeoutReader timeoutReader = new TimeoutReader();
  private final BusinessIdReader businessIdReader = new BusinessIdReader();

  StateReader(References references) {
    this.references = references;
    this.commandReader = new OutputCommandReader(references);
    this.transitionReader = new TransitionReader(references);
  }

  MachineDefinition.State read(Members members) {
    return new MachineDefinition.State(
        id(members),
        members.find("description").flatMap(Node::string),
        members.need("isFinal").flatMap(Node::flag).orElse(false),
        businessStateId(members),
        members.find("outputCommand").flatMap(node -> node.object(commandReader::read)),
        all(members.list("sideEffects"), commandReader::read),
        all(members.list("outgoingTransitions"), transitionReader::read),
        members.find("timeout").flatMap(node -> node.object(timeoutReader::read)));
  }

  private String id(Members members) {
    return members
        .need("id")
        .flatMap(node -> node.read(Node::label, references.states()::declare))
        .orElse("");
  }

  private BusinessId businessStateId(Members members) {
    return members
        .need("businessStateId")
        .flatMap(node -> node.read(businessIdReader::read, references.businessStates()::refer))
        .orElse(null);
  }

  private static <T> List<T> all(List<Node> nodes, Function<Members, T> reading) {
    return nodes.stream().map(node -> node.object(reading)).flatMap(Optional::stream).toList();
  }
}
