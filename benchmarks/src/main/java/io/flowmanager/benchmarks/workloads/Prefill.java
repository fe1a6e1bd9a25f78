// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.load.Scripts;
import java.util.List;

/** Sagas that have been there for long, written straight into the tables. */
final class Prefill {

  static final String OLD = "old";
  static final String YOUNG = "young";

  /** What autovacuum would have done in time. */
  static final List<String> TIDY = List.of("vacuum (analyze)", "checkpoint");

  private static final int OLD_HISTORY = 10_000;

  private static final String SAGAS =
      """
      insert into saga (
        id, version, flow, flow_version, entity_id, state, final_state, business_state,
        latest_event, metadata, last_sequence, created_at, updated_at)
      select lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'), 4,
        'rest-order', 'prefilled', 'entity-' || n, 'DELIVERED', true, '4', 'delivered',
        '{"customer":"c-1","amount":42.5,"items":["a","b"],"paidBy":"participant-1"}', 4, n, n
      from generate_series(1, %d) as n""";

  private static final String HISTORY =
      """
      insert into saga_history (
        saga_id, sequence_no, event_label, state, business_state, happened_at)
      select id, last_sequence, latest_event, state, business_state, updated_at from saga""";

  private static final String OPEN =
      """
      insert into saga (
        id, version, flow, flow_version, entity_id, state, final_state, business_state,
        latest_event, metadata, last_sequence, created_at, updated_at)
      select '%s-' || lpad(n::text, 8, '0'), %d, 'growth', 'prefilled', 'entity-' || n, 'OPEN',
        false, '0', 'touched', '{}', %d, n, n
      from generate_series(0, %d) as n""";

  private static final String OPEN_HISTORY =
      """
      insert into saga_history (
        saga_id, sequence_no, event_label, state, business_state, happened_at)
      select id, step, 'touched', 'OPEN', '0', step
      from saga, generate_series(0, last_sequence) as step
      where id like '%s-%%'""";

  private Prefill() {}

  static List<String> finishedSagas(int count) {
    return List.of(SAGAS.formatted(count), HISTORY);
  }

  /** For the script of touches: some with a long history, as many with a short one. */
  static List<String> openSagas() {
    int last = Scripts.TOUCHED_SAGAS - 1;
    return List.of(
        OPEN.formatted(OLD, OLD_HISTORY - 1, OLD_HISTORY - 1, last),
        OPEN.formatted(YOUNG, 0, 0, last),
        OPEN_HISTORY.formatted(OLD),
        OPEN_HISTORY.formatted(YOUNG));
  }

  /** How many conversations of touches there were. */
  static String touched(String prefix) {
    return "select coalesce(sum(last_sequence), 0) / %d from saga where id like '%s-%%'"
        .formatted(Scripts.TOUCHES, prefix);
  }
}
