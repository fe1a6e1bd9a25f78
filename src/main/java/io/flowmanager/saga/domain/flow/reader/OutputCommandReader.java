// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import io.flowmanager.saga.domain.flow.document.References;
import java.util.Optional;

/** Reads an output command or side effect. */
final class OutputCommandReader {

  private final References references;
  private final HookReader hookReader = new HookReader();

  OutputCommandReader(References references) {
    this.references = references;
  }

  MachineDefinition.OutputCommand read(Members members) {
    Optional<String> channel =
        members.need("channel").flatMap(node -> node.read(Node::label, references::send));
    members.find("retry").ifPresent(Node::freeObject);
    members.find("onFailure").ifPresent(Node::freeObject);
    return new MachineDefinition.OutputCommand(
        channel.orElse(""), members.label("label"), members.find("hook").flatMap(hookReader::read));
  }
}
