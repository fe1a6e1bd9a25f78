// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.channel;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.Command;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A command as a channel sends it.
 *
 * @param body the message made by the command's hook; empty for the default envelope
 */
public record Outgoing(Command command, Optional<JsonObject> body) {

  /**
   * The message as brokers carry it: the hook's message, else label and payload (contract, kafka).
   */
  public JsonObject message() {
    return body.orElseGet(this::envelope);
  }

  /** Label and payload of the command. */
  public JsonObject envelope() {
    return JsonText.builders()
        .createObjectBuilder()
        .add("messageLabel", command.label())
        .add("messagePayload", command.payload())
        .build();
  }
}
