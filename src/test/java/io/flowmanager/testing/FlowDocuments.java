// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;

/**
 * Flow files for tests: a sound one, and edits of it by JSON pointer. Immutable; every edit gives a
 * new document.
 *
 * @param json the document as it stands
 */
public record FlowDocuments(JsonObject json) {

  private static final String SMALL =
      """
      {
        "communicationProtocols": [
          {
            "id": "payments",
            "type": "rest",
            "configurations": {"protocol": "http", "endpoint": "payments", "method": "POST"}
          }
        ],
        "persistencyManagement": {},
        "machineDefinition": {
          "initialState": "created",
          "creationEvent": "orderCreated",
          "states": [
            {
              "id": "created",
              "isFinal": false,
              "businessStateId": 1,
              "outputCommand": {"channel": "payments", "label": "pay"},
              "outgoingTransitions": [{"inputEvent": "paid", "targetState": "done"}]
            },
            {"id": "done", "isFinal": true, "businessStateId": "1"}
          ],
          "businessStates": [{"id": 1, "description": "Open"}, {"id": "1", "description": "Done"}]
        }
      }
      """;

  private static final String COMPLETE =
      """
      {
        "$schema": "https://flow-manager.io/schemas/flow.json",
        "communicationProtocols": [
          {
            "id": "kafka-1",
            "type": "kafka",
            "configurations": {
              "brokers": ["http://one:9092", "two:9092"],
              "inputTopics": ["events"],
              "outputTopics": ["commands", "audit"],
              "consumerGroup": "orders",
              "authenticationProperties": {
                "ssl": {
                  "ca": {"type": "file", "path": "/run/ca.pem"},
                  "key": "KEY",
                  "cert": "CERT",
                  "passphrase": {"type": "file", "path": "/run/passphrase"},
                  "rejectUnauthorized": false,
                  "servername": "kafka.example"
                },
                "sasl": {
                  "mechanism": "SCRAM-SHA-256",
                  "username": "orders",
                  "password": {"type": "file", "path": "/run/password"}
                }
              },
              "clientProperties": {"max.poll.records": 100},
              "deadLetterTopic": "dead"
            }
          },
          {
            "id": "rest-1",
            "type": "rest",
            "configurations": {
              "protocol": "https",
              "endpoint": "stock.example",
              "method": "PUT",
              "path": "/commands",
              "port": 8443,
              "headers": {"X-Api-Key": {"type": "file", "path": "/run/key"}, "Accept": "*/*"}
            }
          },
          {
            "id": "jms-1",
            "type": "jms",
            "configurations": {
              "brokerUrl": "tcp://artemis:61616",
              "username": "orders",
              "password": {"type": "file", "path": "/run/jms"},
              "inputQueues": ["in"],
              "outputQueues": ["out"],
              "inputTopics": ["in-all"],
              "outputTopics": ["out-all"],
              "deadLetterQueue": "dead"
            }
          },
          {
            "id": "inbox",
            "type": "kafka",
            "configurations": {"brokers": "three:9092", "inputTopics": ["inbox"], "consumerGroup": "inbox"}
          }
        ],
        "persistencyManagement": {
          "type": "rest",
          "configurations": {
            "protocol": "http",
            "endpoint": "sagas",
            "method": "PATCH",
            "path": "/sagas",
            "port": 3000,
            "headers": {"Authorization": {"type": "file", "path": "/run/token"}}
          }
        },
        "machineDefinition": {
          "initialState": "created",
          "creationEvent": "orderCreated",
          "states": [
            {
              "id": "created",
              "description": "Waits for the payment",
              "isFinal": false,
              "businessStateId": 1,
              "outputCommand": {
                "channel": "kafka-1",
                "label": "pay",
                "hook": {"type": "file", "encoding": "base64", "content": "ZXhwb3J0IGRlZmF1bHQgeCA9PiB4Ow=="},
                "retry": {"attempts": 3},
                "onFailure": {"event": "notPaid"}
              },
              "sideEffects": [{"channel": "rest-1", "label": "reserve"}, {"channel": "jms-1", "label": "tell"}],
              "outgoingTransitions": [
                {
                  "inputEvent": "paid",
                  "targetState": "done",
                  "businessEventId": "payment",
                  "payloadValidationSchema": {"type": "object"}
                },
                {"inputEvent": "notPaid", "targetState": "failed"}
              ],
              "timeout": {"after": "PT15M", "event": "notPaid"}
            },
            {"id": "done", "isFinal": true, "businessStateId": 2},
            {"id": "failed", "isFinal": true, "businessStateId": "failed"}
          ],
          "businessStates": [
            {"id": 1, "description": "Open"},
            {"id": 2, "description": "Delivered"},
            {"id": "failed", "description": "Failed"}
          ],
          "businessEvents": [{"id": "payment", "description": "The customer has paid"}]
        },
        "settings": {
          "deepMergeMetadata": {
            "enabled": true,
            "hook": {"type": "file", "content": "export default () => undefined;"}
          },
          "throwOnUnexpectedEvents": true,
          "sagaIdPrefix": "order-",
          "lint": {}
        }
      }
      """;

  /** The least that a flow with a command needs. */
  public static FlowDocuments small() {
    return new FlowDocuments(parse(SMALL).asJsonObject());
  }

  /** A flow that uses all that the format has, except the other kinds of persistence. */
  public static FlowDocuments complete() {
    return new FlowDocuments(parse(COMPLETE).asJsonObject());
  }

  /** Any document. */
  public static FlowDocuments of(String json) {
    return new FlowDocuments(parse(json).asJsonObject());
  }

  /** Puts a value, given as JSON text, in the place of what stands there, or adds it. */
  public FlowDocuments with(String pointer, String value) {
    JsonPatchBuilder patch = Json.createPatchBuilder();
    boolean replaces = !pointer.endsWith("/-") && Json.createPointer(pointer).containsValue(json);
    JsonValue parsed = parse(value);
    return apply(replaces ? patch.replace(pointer, parsed) : patch.add(pointer, parsed));
  }

  public FlowDocuments without(String pointer) {
    return apply(Json.createPatchBuilder().remove(pointer));
  }

  private FlowDocuments apply(JsonPatchBuilder patch) {
    return new FlowDocuments(patch.build().apply(json));
  }

  private static JsonValue parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readValue();
    }
  }
}
