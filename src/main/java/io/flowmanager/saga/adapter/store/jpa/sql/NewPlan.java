// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Statements on a table that is empty now and long a moment later, as queues are. PostgreSQL keeps
 * the plan of a statement that it has seen some times; made while the table was empty, it reads the
 * whole table, and stays until the table is analysed again, a minute later at best. A text that it
 * has never seen it plans by the table's size of that moment (PostgreSQL, PREPARE, notes).
 */
public final class NewPlan {

  private static final AtomicLong NUMBER = new AtomicLong();

  private NewPlan() {}

  /** The same statement with another text. */
  static String of(String sql) {
    return sql + " -- " + NUMBER.incrementAndGet();
  }
}
