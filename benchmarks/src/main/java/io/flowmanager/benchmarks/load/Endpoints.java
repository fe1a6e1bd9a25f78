// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import io.flowmanager.benchmarks.load.LoadOutcome.Kind;
import java.util.concurrent.atomic.AtomicLong;

/** Requests to a flow. */
record Endpoints(String base, Bodies bodies) {

  /** Each order is somebody else's, also in later runs. */
  private static final AtomicLong ENTITIES = new AtomicLong(System.currentTimeMillis() * 1000);

  static String newEntity() {
    return "order-" + ENTITIES.incrementAndGet();
  }

  Request start(String entity) {
    return Request.post(Kind.START, base + "/saga", bodies.start(entity));
  }

  Request event(String saga, String label) {
    return Request.post(Kind.EVENT, base + "/event", Bodies.event(saga, label));
  }

  Request read(String path) {
    return Request.get(path);
  }
}
