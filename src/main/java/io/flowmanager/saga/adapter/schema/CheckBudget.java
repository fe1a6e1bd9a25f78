// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.networknt.schema.JsonNodePath;
import io.flowmanager.platform.concurrent.ProcessorTime;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.application.script.ScriptRun;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The remaining budget of one payload check: processor time of its thread, and nesting of keywords.
 * Code that takes time reports its steps; the clock is read only after some thousands of steps, so
 * that a usual check never reads it.
 */
final class CheckBudget implements AutoCloseable {

  private static final int STEPS_BETWEEN_LOOKS = 4096;

  /** An endless recursion must end before the thread's stack overflows. */
  private static final int DEEPEST = 1000;

  private static final ThreadLocal<CheckBudget> OF_THIS_THREAD = new ThreadLocal<>();

  private final Duration limit;
  private final Map<Script, ScriptRun> runs = new HashMap<>();
  private long steps;
  private long nextLook = STEPS_BETWEEN_LOOKS;
  private LongSupplier clock;
  private long since;
  private int depth;
  private String keyword = "";
  private JsonNodePath place;

  private CheckBudget(Duration limit) {
    this.limit = limit;
  }

  /** Begins to count for the calling thread, until it is closed. */
  static CheckBudget open(Duration limit) {
    var budget = new CheckBudget(limit);
    OF_THIS_THREAD.set(budget);
    return budget;
  }

  /**
   * The budget that the calling thread has opened; a practically unlimited one if there is none.
   */
  static CheckBudget current() {
    CheckBudget budget = OF_THIS_THREAD.get();
    return budget == null ? new CheckBudget(Duration.ofDays(1)) : budget;
  }

  /**
   * Called when a keyword starts checking a part of the payload.
   *
   * @throws CheckStoppedException when the budget is spent
   */
  void enter(String entered, JsonNodePath at) {
    keyword = entered;
    place = at;
    if (++depth > DEEPEST) {
      throw stopped("its schema refers to itself more than " + DEEPEST + " keywords deep");
    }
    spend(1);
  }

  /** Called when the keyword has finished and the enclosing one continues. */
  void leave(String around, JsonNodePath at) {
    keyword = around;
    place = at;
    depth--;
  }

  String keyword() {
    return keyword;
  }

  JsonNodePath place() {
    return place;
  }

  /**
   * Counts steps of some nanoseconds each.
   *
   * @throws CheckStoppedException when the budget is spent
   */
  void spend(long more) {
    steps += more;
    if (steps > nextLook) {
      nextLook = steps + STEPS_BETWEEN_LOOKS;
      look();
    }
  }

  private void look() {
    if (clock == null) {
      clock = ProcessorTime.ofThisThread();
      since = clock.getAsLong();
    } else if (clock.getAsLong() - since > limit.toNanos()) {
      throw stopped("it has used up its processor time of " + limit.toMillis() + " ms");
    }
  }

  CheckStoppedException stopped(String why) {
    return new CheckStoppedException(keyword, place, why);
  }

  /** The run of a script that lasts as long as the check. */
  ScriptRun run(Script script) {
    return runs.computeIfAbsent(script, one -> one.open(limit));
  }

  @Override
  public void close() {
    OF_THIS_THREAD.remove();
    runs.values().forEach(ScriptRun::close);
  }
}
