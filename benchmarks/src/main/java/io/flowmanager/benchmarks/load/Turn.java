// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

/**
 * A conversation whose next request is to be sent.
 *
 * @param planned when that should be, in nanoseconds of {@link System#nanoTime()}
 */
record Turn(Conversation conversation, Request request, long planned, long firstPlanned, int step) {

  static Turn first(Conversation conversation, long planned) {
    return new Turn(conversation, conversation.next(), planned, planned, 0);
  }

  /** The one after it, {@code gap} nanoseconds behind by plan, or now if there is no plan. */
  Turn next(Request nextRequest, long gap, long now) {
    long plan = gap > 0 ? firstPlanned + (step + 1) * gap : now;
    return new Turn(conversation, nextRequest, plan, firstPlanned, step + 1);
  }
}
