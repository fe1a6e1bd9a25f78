// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import io.flowmanager.saga.application.script.ScriptFailedException.Reason;
import io.flowmanager.saga.application.script.ScriptPosition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import run.endive.runtime.WasmInterruptedException;

/** A guest did not come to its end. The message has no full stop, so that a place can follow. */
final class GuestStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The interpreter's last words: what was thrown, then one line for each caller. */
  private static final Pattern THROWN =
      Pattern.compile(
          "an `Err` value: (?:Error: )?(.*?)(?=\\n    at |\\n+note: run with|\\z)(.*)",
          Pattern.DOTALL);

  private static final Pattern PLACE =
      Pattern.compile(Pattern.quote(Guest.MODULE_NAME) + ":(\\d+):(\\d+)");
  private static final Pattern MEMORY = Pattern.compile("out of memory|memory allocation");
  private static final Pattern STACK = Pattern.compile("stack overflow|Maximum call stack");

  private final Reason reason;
  private final transient Optional<ScriptPosition> position;

  private GuestStoppedException(
      Reason reason, String message, Optional<ScriptPosition> position, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.position = position;
  }

  static GuestStoppedException of(RuntimeException cause, Guest guest) {
    if (cause instanceof TimeSpentException) {
      return simple(Reason.TIMED_OUT, "it has used up its processor time", cause);
    }
    if (cause instanceof WasmInterruptedException) {
      return simple(Reason.INTERRUPTED, "the thread that ran it was interrupted", cause);
    }
    String errors = guest.errors();
    if (guest.hasRefusedMemory() && MEMORY.matcher(errors).find()) {
      return simple(Reason.OUT_OF_MEMORY, "it has used more memory than it may", cause);
    }
    if (cause.getCause() instanceof StackOverflowError || STACK.matcher(errors).find()) {
      return simple(Reason.STACK_EXHAUSTED, "its calls are nested too deeply", cause);
    }
    return thrown(errors, cause);
  }

  private static GuestStoppedException simple(Reason reason, String message, Throwable cause) {
    return new GuestStoppedException(reason, message, Optional.empty(), cause);
  }

  private static GuestStoppedException thrown(String errors, Throwable cause) {
    Matcher last = THROWN.matcher(errors);
    if (!last.find()) {
      return simple(Reason.THREW, "the interpreter failed", cause);
    }
    return new GuestStoppedException(
        Reason.THREW, last.group(1).strip(), place(last.group(2)), cause);
  }

  private static Optional<ScriptPosition> place(String trace) {
    Matcher place = PLACE.matcher(trace);
    if (!place.find()) {
      return Optional.empty();
    }
    int line = Integer.parseInt(place.group(1));
    return Optional.of(new ScriptPosition(line, Integer.parseInt(place.group(2))));
  }

  Reason reason() {
    return reason;
  }

  Optional<ScriptPosition> position() {
    return position;
  }
}
