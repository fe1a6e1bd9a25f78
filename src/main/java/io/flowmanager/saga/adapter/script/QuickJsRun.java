// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.saga.application.script.ScriptFailedException;
import io.flowmanager.saga.application.script.ScriptFailedException.Reason;
import io.flowmanager.saga.application.script.ScriptRun;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run in one guest. A guest that has failed is not used again. What the caller computes between
 * the calls, arguments foremost, counts as the script's time too: a payload can make it dear.
 */
final class QuickJsRun implements ScriptRun {

  private static final UntrustedJson RESULTS = new UntrustedJson(500);
  private static final String UNDEFINED = "undefined";

  private final QuickJsScript script;
  private final Stopwatch stopwatch;
  private Guest guest;

  QuickJsRun(Guest guest, QuickJsScript script, Duration processorTime) {
    this.guest = guest;
    this.script = script;
    this.stopwatch = new Stopwatch(processorTime.toNanos());
    stopwatch.start();
  }

  @Override
  public Optional<JsonValue> call(List<Optional<JsonValue>> arguments) {
    if (guest == null) {
      throw failed(Reason.OVER, "The script's run is over; open another one");
    }
    Guest used = guest;
    guest = null;
    Optional<JsonValue> result = result(converse(used, text(arguments)));
    guest = used;
    return result;
  }

  @Override
  public void close() {
    if (guest != null) {
      script.guests().giveBack(guest);
      guest = null;
    }
  }

  private Conversation converse(Guest used, String arguments) {
    var conversation = new Conversation(arguments);
    used.talkIn(conversation);
    stopwatch.stop();
    try {
      used.within(stopwatch, () -> used.evaluate(script.call()));
      return conversation;
    } catch (GuestStoppedException e) {
      throw new ScriptFailedException(
          e.reason(), "The script failed: " + e.getMessage(), e.position());
    } finally {
      stopwatch.start();
    }
  }

  /** A list of lists: empty for undefined, else of one value. */
  private static String text(List<Optional<JsonValue>> arguments) {
    return arguments.stream()
        .map(argument -> "[" + argument.map(JsonText::write).orElse("") + "]")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static Optional<JsonValue> result(Conversation conversation) {
    if (conversation.isPromised()) {
      throw failed(
          Reason.UNUSABLE_RESULT,
          "The script returned a promise, but its result is needed at once; make it a function"
              + " that is not async");
    }
    String text =
        conversation
            .result()
            .orElseThrow(() -> failed(Reason.UNUSABLE_RESULT, "The script gave no result"));
    return text.equals(UNDEFINED) ? Optional.empty() : Optional.of(parsed(text));
  }

  private static JsonValue parsed(String text) {
    try {
      return RESULTS.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw failed(Reason.UNUSABLE_RESULT, "The script's result cannot be used. " + withoutStop(e));
    }
  }

  private static String withoutStop(JsonSyntaxException e) {
    return e.getMessage().replaceAll("\\.$", "");
  }

  private static ScriptFailedException failed(Reason reason, String message) {
    return new ScriptFailedException(reason, message, Optional.empty());
  }
}
