// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.domain.Event;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Takes in messages of a log. All of a partition go through one lane, whatever their sagas: so
 * their order is kept, a transaction is shared by all that wait, and the partition's position can
 * move with it.
 */
@SingletonBean
public final class ConsumeMessages {

  private final Lanes lanes;
  private final CheckPayloads checks;

  @Inject
  public ConsumeMessages(Lanes lanes, CheckPayloads checks) {
    this.lanes = lanes;
    this.checks = checks;
  }

  /**
   * Puts the message into the lane of its partition, behind those that were enqueued before it.
   *
   * @return completes when what the answer says is durable, the partition's position included, else
   *     as {@link Lanes#enqueue} says
   * @throws LaneFullException see {@link Lanes#enqueue}; nothing has happened
   */
  public CompletionStage<Answer> enqueue(EngineRequest.Consume message) {
    LogPartition partition = message.position().partition();
    String key = partition.topic() + partition.number();
    Function<Event, CompletionStage<Answer>> lane =
        checked -> lanes.enqueue(key, message.with(checked));
    return message
        .toApply()
        .map(event -> checks.check(key, partition.flow(), event, lane, lane))
        .orElseGet(() -> checks.inOrder(key, () -> lanes.enqueue(key, message)));
  }
}
