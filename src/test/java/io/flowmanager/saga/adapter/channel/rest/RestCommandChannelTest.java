// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.http.HttpCalls;
import io.flowmanager.saga.application.channel.CommandChannel;
import io.flowmanager.saga.application.channel.CommandChannelContract;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.HttpEndpoint;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.participant.ReceivedCommand;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RestCommandChannelTest extends CommandChannelContract {

  private static final String PATH = "/commands";

  private final Participant participant = Participant.open();
  private final HttpCalls http = new HttpCalls(Runnable::run);
  private final CountDownLatch answers = new CountDownLatch(1);

  @Override
  protected CommandChannel open(Supplier<String> secret) {
    Map<String, ConfigValue> headers = Map.of("X-Api-Key", new ConfigValue.SecretFile("/run/key"));
    var port = OptionalInt.of(participant.port());
    var endpoint = new HttpEndpoint("http", "localhost", port, "POST", PATH, headers);
    return new RestChannel(http, endpoint, SEND_TIMEOUT, value -> secret.get());
  }

  @Override
  protected String secret() {
    return "s3cr3t-key";
  }

  @Override
  protected String address() {
    return "http://localhost:" + participant.port() + PATH;
  }

  @Override
  protected boolean keepsConnection() {
    return false;
  }

  @Override
  protected void goAway() {
    participant.goDown();
  }

  @Override
  protected void comeBack() {
    participant.comeBack();
  }

  @Override
  protected void hang() {
    hang(command -> true);
  }

  private void hang(Predicate<ReceivedCommand> which) {
    participant.at(
        PATH,
        command -> {
          if (which.test(command)) {
            awaitAnswers();
          }
          return 204;
        });
  }

  private void awaitAnswers() {
    try {
      answers.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void answerAgain() {
    answers.countDown();
  }

  @Override
  protected List<Arrived> arrived(int count) {
    Await.until(count + " calls", BOUND, () -> participant.calls().size() >= count);
    return participant.calls().stream()
        .map(call -> new Arrived(call.saga(), call.id(), message(call)))
        .toList();
  }

  private static JsonObject message(ReceivedCommand call) {
    return call.json().containsKey("value") ? call.json().getJsonObject("value") : call.json();
  }

  @Override
  protected void closeOtherSide() {
    answers.countDown();
    http.close();
    participant.close();
  }

  @Test
  void commandsOfOtherSagasDoNotWaitForOneThatHangs() {
    hang(command -> command.saga().equals("slow"));
    var channel = open(this::secret);

    CompletableFuture<Void> slow = channel.send(command("slow", 1, "{}")).toCompletableFuture();
    assertThat(failure(channel.send(command("quick", 1, "{}")).toCompletableFuture())).isEmpty();

    assertThat(slow).isNotDone();
    channel.close();
  }
}
