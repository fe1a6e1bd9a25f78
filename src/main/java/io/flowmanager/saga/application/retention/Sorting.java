// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import io.flowmanager.saga.domain.SagaId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of the sagas of a portion.
 *
 * @param over those that go, by the rule of their flow
 * @param later those that stay for now, with the earliest time that their retention counts from
 */
public record Sorting(Map<RetentionRule, List<StoredSaga>> over, Map<SagaId, Instant> later) {

  /** When a saga is looked at again that could not go although its time is over. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  static Sorting of(Walk walk, List<StoredSaga> sagas, Set<SagaId> withCommands, Instant now) {
    var sorting = new Sorting(new HashMap<>(), new HashMap<>());
    for (StoredSaga saga : sagas) {
      walk.ruleOf(saga)
          .ifPresent(rule -> sorting.add(rule, saga, withCommands.contains(saga.id()), now));
    }
    return sorting;
  }

  private void add(RetentionRule rule, StoredSaga saga, boolean hasCommands, Instant now) {
    if (!saga.isFinal()) {
      later.put(saga.id(), now);
    } else if (!rule.isOver(saga, now)) {
      later.put(saga.id(), saga.updatedAt());
    } else if (hasCommands) {
      later.put(saga.id(), again(rule, now));
    } else {
      over.computeIfAbsent(rule, any -> new ArrayList<>()).add(saga);
    }
  }

  /** Those that could not be deleted stay for now as well. */
  Map<SagaId, Instant> laterWithout(Collection<SagaId> deleted, Instant now) {
    Map<SagaId, Instant> all = new HashMap<>(later);
    over.forEach(
        (rule, sagas) ->
            sagas.stream()
                .map(StoredSaga::id)
                .filter(id -> !deleted.contains(id))
                .forEach(id -> all.put(id, again(rule, now))));
    return all;
  }

  private static Instant again(RetentionRule rule, Instant now) {
    return rule.cutoff(now).plus(AGAIN);
  }
}
