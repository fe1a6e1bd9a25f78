// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.store.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** A node without lanes: a batch goes its two ways at once, and what comes of it is one. */
record EngineNode(HandleIntakes intakes) {

  BatchHandlers handlers() {
    return intakes.handlers();
  }

  BatchResult handle(List<EngineRequest> batch) {
    BatchResult stored = handlers().fromMemory().apply(batch);
    List<EngineRequest> rest = new ArrayList<>(batch);
    stored.batch().forEach(done -> rest.removeIf(intake -> intake == done));
    return rest.isEmpty() ? stored : merged(batch, stored, handlers().inTransaction().apply(rest));
  }

  private static BatchResult merged(List<EngineRequest> batch, BatchResult one, BatchResult two) {
    Deque<Answer> ofOne = new ArrayDeque<>(one.answers());
    Deque<Answer> ofTwo = new ArrayDeque<>(two.answers());
    return new BatchResult(
        batch,
        batch.stream().map(intake -> (isIn(one, intake) ? ofOne : ofTwo).remove()).toList(),
        both(one.steps(), two.steps()),
        both(one.dispatches(), two.dispatches()));
  }

  private static boolean isIn(BatchResult result, EngineRequest intake) {
    return result.batch().stream().anyMatch(other -> other == intake);
  }

  private static <T> List<T> both(List<T> one, List<T> two) {
    return Stream.concat(one.stream(), two.stream()).toList();
  }
}
