// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import io.flowmanager.saga.application.channel.CommandChannel;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.channel.Outgoing;
import io.flowmanager.saga.domain.Command;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A channel of the flow. It takes all commands until a test lets it fail. */
public final class TestChannel {

  private final String id;
  private final List<Sent> sent = new ArrayList<>();
  private boolean isDown;
  private int failures;

  /** A command as it left, with the step that sent it. */
  record Sent(Command command, SentCommand message) {}

  TestChannel(String id) {
    this.id = id;
  }

  /** From now on no command gets through. */
  public void goDown() {
    isDown = true;
  }

  /** From now on commands get through. Those that failed are sent again when they are due. */
  public void comeUp() {
    isDown = false;
  }

  /** All commands that got through, in their order. */
  public List<SentCommand> sent() {
    return sent.stream().map(Sent::message).toList();
  }

  /** How often a command did not get through. */
  public int failures() {
    return failures;
  }

  List<Sent> all() {
    return List.copyOf(sent);
  }

  CommandChannel port(Clock clock) {
    return new Port(clock);
  }

  private final class Port implements CommandChannel {

    private final Clock clock;

    Port(Clock clock) {
      this.clock = clock;
    }

    @Override
    public CompletionStage<Void> send(Outgoing message) {
      if (isDown) {
        failures++;
        return CompletableFuture.failedFuture(
            new IllegalStateException("The test has the channel " + id + " down."));
      }
      sent.add(new Sent(message.command(), sent(message)));
      return CompletableFuture.completedFuture(null);
    }

    private SentCommand sent(Outgoing message) {
      Command command = message.command();
      JsonObject payload = message.body().orElse(command.payload());
      return new SentCommand(
          command.id().toString(),
          command.channel(),
          command.label(),
          command.id().part() > 0,
          payload,
          clock.instant());
    }

    @Override
    public Optional<Connection> connection() {
      return Optional.empty();
    }

    @Override
    public void close() {
      // nothing is held open
    }
  }
}
