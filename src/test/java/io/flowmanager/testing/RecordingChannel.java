// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import io.flowmanager.saga.application.channel.CommandChannel;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.channel.Outgoing;
import io.flowmanager.saga.domain.Command;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A channel whose sends are over when, and as, a test says. */
public final class RecordingChannel implements CommandChannel {

  private record Send(Outgoing message, CompletableFuture<Void> outcome) {}

  private final List<Send> sends = new ArrayList<>();

  @Override
  public synchronized CompletionStage<Void> send(Outgoing message) {
    var send = new Send(message, new CompletableFuture<>());
    sends.add(send);
    return send.outcome();
  }

  /** All commands that were sent, in their order, repeats included. */
  public synchronized List<Command> sent() {
    return sends.stream().map(send -> send.message().command()).toList();
  }

  /** What the hooks of all commands that were sent have made, in their order. */
  public synchronized List<Optional<JsonObject>> bodies() {
    return sends.stream().map(send -> send.message().body()).toList();
  }

  /** Ids of all commands that were sent, in their order. */
  public List<String> ids() {
    return sent().stream().map(command -> command.id().toString()).toList();
  }

  /** The commands that are on their way. */
  public synchronized List<Command> onTheirWay() {
    return sends.stream()
        .filter(send -> !send.outcome().isDone())
        .map(send -> send.message().command())
        .toList();
  }

  /** How many commands are on their way. */
  public int inFlight() {
    return onTheirWay().size();
  }

  /** The oldest command on its way has arrived. */
  public void succeed() {
    oldest().complete(null);
  }

  /** The oldest command on its way has not arrived. */
  public void fail(String reason) {
    oldest().completeExceptionally(new IllegalStateException(reason));
  }

  private synchronized CompletableFuture<Void> oldest() {
    return sends.stream()
        .map(Send::outcome)
        .filter(outcome -> !outcome.isDone())
        .findFirst()
        .orElseThrow(() -> new AssertionError("No command is on its way."));
  }

  @Override
  public Optional<Connection> connection() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
