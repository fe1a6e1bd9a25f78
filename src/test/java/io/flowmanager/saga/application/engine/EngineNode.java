// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.store.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A node without lanes; what comes of the parts of a batch is one. */
record EngineNode(ProcessBatch batches) {

  BatchResult handle(List<EngineRequest> batch) {
    List<BatchResult> parts = parts(batch);
    return new BatchResult(
        batch,
        batch.stream().map(request -> answer(parts, request)).toList(),
        all(parts, BatchResult::steps),
        all(parts, BatchResult::dispatches));
  }

  /** As they are committed. */
  List<BatchResult> parts(List<EngineRequest> batch) {
    List<BatchResult> parts = new ArrayList<>();
    batches.handle(batch, parts::add);
    return parts;
  }

  private static Answer answer(List<BatchResult> parts, EngineRequest request) {
    return parts.stream()
        .flatMap(
            part ->
                IntStream.range(0, part.batch().size())
                    .filter(i -> part.batch().get(i) == request)
                    .mapToObj(part.answers()::get))
        .findFirst()
        .orElseThrow();
  }

  private static <T> List<T> all(List<BatchResult> parts, Function<BatchResult, List<T>> ofOne) {
    return parts.stream().flatMap(part -> ofOne.apply(part).stream()).toList();
  }
}
