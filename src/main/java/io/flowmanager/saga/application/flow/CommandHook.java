// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.application.script.ScriptFailedException;
import io.flowmanager.saga.application.script.ScriptFailedException.Reason;
import io.flowmanager.saga.application.script.ScriptRun;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * The hook of an output command or side effect: it makes the message that is sent (contract,
 * "hook"). Safe for use by many threads.
 *
 * @param pointer JSON pointer of the hook in its flow file, for error messages
 */
public record CommandHook(Script script, String pointer) {

  private static final String PAYLOAD = "payload";

  /**
   * The whole message. Each call runs the script anew.
   *
   * @param saga the saga document as of the command's own transition
   * @throws ScriptFailedException if the script fails, or if its result is not an object with an
   *     object {@code payload}
   */
  public JsonObject message(JsonObject saga, String label) {
    JsonObject argument =
        JsonText.builders()
            .createObjectBuilder()
            .add("saga", saga)
            .add("messageLabel", label)
            .build();
    try (ScriptRun run = script.open()) {
      return payload(run.call(List.of(Optional.of(argument))));
    }
  }

  private static JsonObject payload(Optional<JsonValue> answer) {
    if (answer.isEmpty()) {
      throw unusable("undefined");
    }
    if (!(answer.get() instanceof JsonObject message)) {
      throw unusable("a value of the type " + answer.get().getValueType());
    }
    if (!message.containsKey(PAYLOAD)) {
      throw unusable("an object without \"payload\"");
    }
    if (!(message.get(PAYLOAD) instanceof JsonObject payload)) {
      throw unusable("a \"payload\" of the type " + message.get(PAYLOAD).getValueType());
    }
    return payload;
  }

  private static ScriptFailedException unusable(String what) {
    String sentence = "The script must return {payload: <object>}, but it returned " + what;
    return new ScriptFailedException(Reason.UNUSABLE_RESULT, sentence, Optional.empty());
  }
}
