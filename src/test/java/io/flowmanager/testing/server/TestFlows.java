// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.participant.Participant;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

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

  private static final String FILE =
      """
      export default ({ saga: { metadata: { secret, ...told }, ...saga }, messageLabel }) => {
        if (told.boom) throw new Error(`no ${messageLabel} today`);
        const street = told.address?.street ?? 'nowhere';
        return { payload: { ...told, messageLabel, street, steps: saga.history.events.length } };
      };
      """;

  private static final String TELL =
      """
      const last = ([...items]) => items.pop();
      export default ({ saga, messageLabel: kind }) => ({
        payload: { kind, of: saga.sagaId, state: saga.currentState, last: last(saga.history.states)?.state },
      });
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

  /**
   * The ledger again: hooks make the messages of {@code file} (plain) and of a side effect {@code
   * tell} (base64). Metadata with the key {@code boom} makes the first one throw.
   */
  public static FlowDocuments parcel(Participant participant) {
    String tell = Base64.getEncoder().encodeToString(TELL.getBytes(StandardCharsets.UTF_8));
    return ledger(participant)
        .with("/machineDefinition/states/0/outputCommand/hook", hook("plain", FILE))
        .with(
            "/machineDefinition/states/0/sideEffects",
            "[{\"channel\": \"clerk\", \"label\": \"tell\", \"hook\": "
                + hook("base64", tell)
                + "}]");
  }

  /** A hook as a flow file writes it. */
  public static String hook(String encoding, String content) {
    return Json.createObjectBuilder()
        .add("type", "file")
        .add("encoding", encoding)
        .add("content", content)
        .build()
        .toString();
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
