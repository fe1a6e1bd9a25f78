// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import io.flowmanager.testing.FlowDocuments;

/** A main flow, and sub flows that have it told of their progress by a router. */
public final class RoutedFlowFiles {

  private static final String MAIN =
      """
      {
        "communicationProtocols": [],
        "persistencyManagement": {},
        "machineDefinition": {
          "initialState": "created",
          "creationEvent": "requested",
          "states": [
            {
              "id": "created", "isFinal": false, "businessStateId": 1,
              "outgoingTransitions": [{"inputEvent": "subFlowCreated", "targetState": "waiting"}]
            },
            {
              "id": "waiting", "isFinal": false, "businessStateId": 2,
              "outgoingTransitions": [{"inputEvent": "documentChecked", "targetState": "checked"}]
            },
            {"id": "checked", "isFinal": true, "businessStateId": 3}
          ],
          "businessStates": [
            {"id": 1, "description": "We know of you"},
            {"id": 2, "description": "We wait for you"},
            {"id": 3, "description": "We know you"}
          ]
        }
      }
      """;

  private static final String SUB =
      """
      {
        "communicationProtocols": [
          {
            "id": "router",
            "type": "rest",
            "configurations": {
              "protocol": "http", "endpoint": "localhost", "port": 1, "path": "/notify", "method": "POST"
            }
          }
        ],
        "persistencyManagement": {},
        "machineDefinition": {
          "initialState": "asked",
          "creationEvent": "begun",
          "states": [
            {
              "id": "asked", "isFinal": false, "businessStateId": 1,
              "outgoingTransitions": [
                {"inputEvent": "documentSent", "targetState": "sent"},
                {"inputEvent": "paperSent", "targetState": "asked"}
              ]
            },
            {
              "id": "sent", "isFinal": false, "businessStateId": 2,
              "outputCommand": {"channel": "router", "label": "documentChecked"},
              "outgoingTransitions": [{"inputEvent": "routerNotifyCompleted", "targetState": "told"}]
            },
            {"id": "told", "isFinal": true, "businessStateId": 3}
          ],
          "businessStates": [
            {"id": 1, "description": "Papers, please"},
            {"id": 2, "description": "Papers are here"},
            {"id": 3, "description": "Papers are good"}
          ]
        }
      }
      """;

  private RoutedFlowFiles() {}

  /** created, waiting (with a sub saga), checked. */
  public static FlowDocuments main() {
    return FlowDocuments.of(MAIN);
  }

  /** asked, sent (tells the router), told (once the router has answered). */
  public static FlowDocuments sub(int routerPort) {
    return FlowDocuments.of(SUB)
        .with("/communicationProtocols/0/configurations/port", Integer.toString(routerPort));
  }
}
