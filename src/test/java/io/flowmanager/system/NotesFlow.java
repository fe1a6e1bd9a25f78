// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

/** A flow with one state that takes any number of notes, and sends a command for each. */
final class NotesFlow {

  private static final String TEXT =
      """
      {
        "communicationProtocols": [
          {
            "id": "clerk",
            "type": "rest",
            "configurations": {
              "protocol": "http",
              "endpoint": "localhost",
              "port": %d,
              "method": "POST",
              "path": "/notes"
            }
          }
        ],
        "persistencyManagement": {"type": "%s", "configurations": %s},
        "machineDefinition": {
          "initialState": "open",
          "creationEvent": "opened",
          "states": [
            {
              "id": "open",
              "isFinal": false,
              "businessStateId": 1,
              "outputCommand": {"channel": "clerk", "label": "file"},
              "outgoingTransitions": [{"inputEvent": "noted", "targetState": "open"}]
            }
          ],
          "businessStates": [{"id": 1, "description": "Any"}]
        }
      }
      """;

  private NotesFlow() {}

  /**
   * The flow file.
   *
   * @param clerk port of the participant
   * @param store type of the store
   * @param configurations of the store, in JSON
   */
  static String storedIn(int clerk, String store, String configurations) {
    return TEXT.formatted(clerk, store, configurations);
  }
}
