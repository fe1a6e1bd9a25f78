// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.Dispatch;
import io.flowmanager.saga.domain.Decision.Transitioned;
import io.flowmanager.saga.domain.SagaId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a committed batch has led to.
 *
 * @param batch what was handled, in order of arrival
 * @param answers one for each of it, in their order
 * @param steps every state that was entered, in order
 * @param dispatches commands to be delivered, per saga in order
 */
public record BatchResult(
    List<EngineRequest> batch,
    List<Answer> answers,
    List<Transitioned> steps,
    List<Dispatch> dispatches) {

  /** One request that has changed nothing. */
  static BatchResult answered(EngineRequest request, Answer answer) {
    return new BatchResult(List.of(request), List.of(answer), List.of(), List.of());
  }

  /**
   * The part of those sagas.
   *
   * @throws IndexOutOfBoundsException unless each of the batch is one step
   */
  BatchResult of(Set<SagaId> sagas) {
    int[] indexes =
        IntStream.range(0, batch.size())
            .filter(i -> sagas.contains(steps.get(i).saga().id()))
            .toArray();
    return indexes.length == batch.size()
        ? this
        : new BatchResult(
            pick(batch, indexes),
            pick(answers, indexes),
            pick(steps, indexes),
            dispatches.stream()
                .filter(dispatch -> sagas.contains(dispatch.command().command().id().saga()))
                .toList());
  }

  /**
   * What is left of a batch without the requests of this result.
   *
   * @param all the requests of this one and others, in order of arrival
   */
  List<EngineRequest> rest(List<EngineRequest> all) {
    if (batch.size() == all.size()) {
      return List.of();
    }
    List<EngineRequest> rest = new ArrayList<>(all.size() - batch.size());
    int next = 0;
    for (EngineRequest request : all) {
      if (next < batch.size() && batch.get(next) == request) {
        next++;
      } else {
        rest.add(request);
      }
    }
    return rest;
  }

  /** The sagas that were started or have moved. */
  public Set<SagaId> moved() {
    return steps.stream().map(step -> step.saga().id()).collect(Collectors.toUnmodifiableSet());
  }

  private static <T> List<T> pick(List<T> all, int[] indexes) {
    return IntStream.of(indexes).mapToObj(all::get).toList();
  }
}
