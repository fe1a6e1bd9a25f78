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
   * Handles the message after those of its partition that were handed over before it.
   *
   * @return completes when what the answer says is durable, the partition's position included, else
   *     as {@link Lanes#submit} says
   * @throws LaneFullException see {@link Lanes#submit}; nothing has happened
   */
  public CompletionStage<Answer> handle(EngineRequest.Consume message) {
    LogPartition partition = message.position().partition();
    String key = partition.topic() + partition.number();
    Function<Event, CompletionStage<Answer>> lane =
        checked -> lanes.submit(key, message.with(checked));
    return message
        .toApply()
        .map(event -> checks.handle(key, partition.flow(), event, lane, lane))
        .orElseGet(() -> checks.inOrder(key, () -> lanes.submit(key, message)));
  }
}
