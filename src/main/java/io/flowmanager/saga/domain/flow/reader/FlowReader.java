// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.document.Findings;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import io.flowmanager.saga.domain.flow.document.References;
import io.flowmanager.saga.domain.flow.reader.channel.ChannelReader;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a flow file and checks all of it: form, references and uniqueness of ids (contract,
 * "Configuration file" and "Secrets"). It does not resolve secrets, compile payload schemas and
 * hooks, or check whether the machine makes sense.
 *
 * <p>Stateless and safe for any number of threads.
 */
public final class FlowReader {

  /**
   * Turns the document into a definition, or lists every fault that it has.
   *
   * <p>Every document gets an answer, and the answer never repeats a text that may be a secret. A
   * member that is {@code null} counts as left out. Keys that the format does not know become
   * warnings, except {@code $schema}, {@code $comment}, {@code //} and those that begin with {@code
   * x-} or {@code _}.
   */
  public FlowReading read(JsonObject document) {
    return read(document, List.of());
  }

  /**
   * The same, for a document in which keys occur more than once; these are faults.
   *
   * @param repeatedKeys their JSON pointers
   */
  public FlowReading read(JsonObject document, List<String> repeatedKeys) {
    Findings findings = new Findings();
    References references = new References();
    Optional<FlowDefinition> definition =
        Node.root(document, findings).object(members -> definition(members, references, document));
    references.check();
    List<FlowFault> faults =
        new ArrayList<>(repeatedKeys.stream().map(FlowFault::repeated).toList());
    faults.addAll(findings.faults());
    return definition.isPresent() && faults.isEmpty()
        ? new FlowReading.Sound(definition.get(), findings.warnings())
        : new FlowReading.Faulty(faults, findings.warnings());
  }

  private static FlowDefinition definition(
      Members members, References references, JsonObject document) {
    ChannelReader channelReader = new ChannelReader(references);
    MachineReader machineReader = new MachineReader(references);
    PersistenceReader persistenceReader = new PersistenceReader();
    SettingsReader settingsReader = new SettingsReader();
    // The channels come first: a command asks whether its channel can send.
    return new FlowDefinition(
        members
            .need("communicationProtocols")
            .flatMap(Node::list)
            .map(channelReader::read)
            .orElse(List.of()),
        members
            .need("persistencyManagement")
            .flatMap(node -> node.object(persistenceReader::read))
            .orElse(null),
        members
            .need("machineDefinition")
            .flatMap(node -> node.object(machineReader::read))
            .orElse(null),
        members
            .find("settings")
            .flatMap(node -> node.object(settingsReader::read))
            .orElse(SettingsReader.DEFAULTS),
        document);
  }
}
