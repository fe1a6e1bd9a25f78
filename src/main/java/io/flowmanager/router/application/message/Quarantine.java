// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.inject.ThreadsFor;
import io.flowmanager.platform.inject.ThreadsFor.Work;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.StoreThreads;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The quarantined messages for those who must not wait for a database. Every call completes
 * exceptionally with a {@link RoutingException} when the store cannot be asked.
 */
@SingletonBean
public record Quarantine(
    QuarantineTransactions messages, @ThreadsFor(Work.ROUTER_MESSAGES) StoreThreads threads) {

  @Inject
  public Quarantine {}

  CompletionStage<Boolean> quarantineBehind(RouterMessage message) {
    return threads.ask(() -> messages.quarantineBehind(message));
  }

  CompletionStage<Void> quarantine(RouterMessage message, String reason) {
    return threads.tell(() -> messages.quarantine(message, reason));
  }

  CompletionStage<Optional<QuarantinedMessage>> find(String id) {
    return threads.ask(() -> messages.find(id));
  }

  CompletionStage<Optional<QuarantinedMessage>> first(RouterMessage.Queue queue) {
    return threads.ask(() -> messages.first(queue));
  }

  CompletionStage<Boolean> remove(String id) {
    return threads.ask(() -> messages.remove(id));
  }

  CompletionStage<Void> failedAgain(String id, String reason) {
    return threads.tell(() -> messages.failedAgain(id, reason));
  }

  CompletionStage<List<QuarantinedMessage>> list(Optional<String> after, int limit) {
    return threads.ask(() -> messages.list(after, limit));
  }
}
