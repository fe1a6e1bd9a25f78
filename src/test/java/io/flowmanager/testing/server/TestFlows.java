// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.participant.Participant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The flows that tests play, with all of their commands going to one participant. */
public final class TestFlows {

  private static final Path ORDER = Path.of("examples", "order", "order.json");

  private static final String LEDGER =
      """
      {
        "communicationProtocols": [
          {
            "id": "clerk",
            "type": "rest",
            "configurations": {
              "protocol": "http", "endpoint": "localhost", "port": 1, "path": "/ledger", "method": "PUT"
            }
          }
        ],
        "persistencyManagement": {},
        "machineDefinition": {
          "initialState": "open",
          "creationEvent": "opened",
          "states": [
            {
              "id": "open",
              "isFinal": false,
              "businessStateId": 1,
              "outputCommand": {"channel": "clerk", "label": "file"},
              "outgoingTransitions": [
                {"inputEvent": "noted", "targetState": "open"},
                {"inputEvent": "closed", "targetState": "closed"}
              ]
            },
            {"id": "closed", "isFinal": true, "businessStateId": "1"}
          ],
          "businessStates": [{"id": 1, "description": "Open"}, {"id": "1", "description": "Closed"}]
        }
      }
      """;

  private static final String JOIN =
      """
      {
        "type": "file",
        "content": "export default (old, added, key) => { if (key === 'boom') throw new Error('no'); return Array.isArray(old) && Array.isArray(added) ? [...old, ...added] : undefined; };"
      }
      """;

  private TestFlows() {}

  /** The order flow of the examples; its commands come at the paths that the file names. */
  public static FlowDocuments order(Participant participant) {
    FlowDocuments order = FlowDocuments.of(text(ORDER));
    int channels = order.json().getJsonArray("communicationProtocols").size();
    for (int i = 0; i < channels; i++) {
      order = to(participant, order, i);
    }
    return order;
  }

  /** A saga that takes any number of {@code noted}, and tells {@code /ledger} each time. */
  public static FlowDocuments ledger(Participant participant) {
    return to(participant, FlowDocuments.of(LEDGER), 0);
  }

  /**
   * The ledger again: a {@code noted} has an integer {@code n}, and metadata merges deep, arrays
   * end to end. The key {@code boom} makes the merge's hook throw.
   */
  public static FlowDocuments basket(Participant participant) {
    return ledger(participant)
        .with(
            "/machineDefinition/states/0/outgoingTransitions/0/payloadValidationSchema",
            "{\"type\": \"object\", \"properties\": {\"n\": {\"type\": \"integer\"}}}")
        .with("/settings", "{\"deepMergeMetadata\": {\"enabled\": true, \"hook\": " + JOIN + "}}");
  }

  private static FlowDocuments to(Participant participant, FlowDocuments flow, int channel) {
    String port = "/communicationProtocols/" + channel + "/configurations/port";
    return flow.with(port, Integer.toString(participant.port()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
