// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.jms;

import io.flowmanager.saga.application.channel.Outgoing;
import java.util.concurrent.CompletableFuture;

/** A message to send, and the future that gets the result. */
record Sending(Outgoing message, CompletableFuture<Void> done) {

  void arrived() {
    done.complete(null);
  }

  void failed(String reason) {
    done.completeExceptionally(new UndeliveredCommandException(reason));
  }
}
