// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.participant.Conduct;
import io.flowmanager.testing.participant.ReceivedCommand;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.HttpAnswer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Commands on their way, with participants of all kinds. */
interface DeliveryScenario extends ServerScenario {

  String PAYMENT = "/payment/commands";
  int MANY = 500;

  @Test
  default void eventsOfOneSagaAtTheSameTimeAreHandledOneAfterTheOther() {
    FlowClient ledgers = ledgers();
    String saga = ledgers.start("{}");

    List<CompletableFuture<HttpAnswer>> sent =
        IntStream.range(0, MANY)
            .mapToObj(i -> ledgers.sendAside(saga, "noted", "{\"k" + i + "\":" + i + "}"))
            .toList();

    assertThat(sent)
        .allSatisfy(answer -> assertThat(answer).succeedsWithin(SOON))
        .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
    JsonObject document = ledgers.read(saga);
    assertThat(document.getJsonObject("metadata").keySet())
        .containsExactlyInAnyOrderElementsOf(keys());
    assertThat(document.getJsonObject("history").getJsonArray("events")).hasSize(1 + MANY);
    assertThat(document.getJsonObject("history").getJsonArray("states")).hasSize(1 + MANY);
    assertThatEachCommandKnowsOneEventMore(saga);
  }

  private void assertThatEachCommandKnowsOneEventMore(String saga) {
    List<ReceivedCommand> commands =
        participant().awaitCommands(saga, 1 + MANY, SOON.multipliedBy(4));
    assertThat(commands)
        .extracting(ReceivedCommand::id)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(0, MANY).mapToObj(i -> saga + "." + i).toList());
    assertThat(commands)
        .extracting(command -> command.payload().size())
        .containsExactlyElementsOf(IntStream.rangeClosed(0, MANY).boxed().toList());
  }

  private static List<String> keys() {
    return IntStream.range(0, MANY).mapToObj(i -> "k" + i).toList();
  }

  @Test
  default void aParticipantMayAnswerByEventBeforeItsCallReturns() {
    FlowClient orders = orders();
    participant()
        .at(
            PAYMENT,
            command -> orders.send(command.saga(), "paymentExecuted", "{\"early\":true}").status());
    try {
      String saga = orders.start("{}");

      List<ReceivedCommand> commands = participant().awaitCommands(saga, 2, SOON);

      assertThat(commands)
          .extracting(ReceivedCommand::label)
          .containsExactly("executePayment", "prepareOrder");
      assertThat(commands.get(1).payload().getBoolean("early")).isTrue();
      assertThat(orders.stateOf(saga)).isEqualTo("orderPaid");
    } finally {
      participant().at(PAYMENT, Conduct.ACCEPT);
    }
  }

  @Test
  default void aRefusedCommandComesAgainWithTheSameIdAndBody() {
    var refusals = new AtomicInteger(2);
    participant().at(PAYMENT, command -> refusals.getAndDecrement() > 0 ? 500 : 200);
    try {
      FlowClient orders = orders();
      String saga = orders.start("{\"n\":1}");
      orders.move(saga, "paymentExecuted", "{\"n\":2}");

      List<ReceivedCommand> calls = participant().awaitCommands(saga, 2, SOON);

      assertThat(calls)
          .extracting(ReceivedCommand::id)
          .containsExactly(saga + ".0", saga + ".0", saga + ".0", saga + ".1");
      assertThat(calls.subList(0, 3).stream().map(ReceivedCommand::body).distinct()).hasSize(1);
    } finally {
      participant().at(PAYMENT, Conduct.ACCEPT);
    }
  }

  @Test
  default void aSlowParticipantHoldsUpNeitherEventsNorOtherSagas() {
    var mayAnswer = new CountDownLatch(1);
    var slow = new SlowOnce(mayAnswer);
    participant().at(PAYMENT, slow);
    try {
      FlowClient orders = orders();
      String waiting = orders.start("{\"slow\":true}");
      participant().awaitCommands(waiting, 1, SOON);

      orders.move(waiting, "paymentExecuted", "{}");
      String other = orders.start("{}");

      participant().awaitCommands(other, 1, SOON);
      assertThat(participant().commandsFor(waiting)).containsExactly(waiting + ".0");
      mayAnswer.countDown();
      participant().awaitCommands(waiting, 2, SOON);
    } finally {
      mayAnswer.countDown();
      participant().at(PAYMENT, Conduct.ACCEPT);
    }
  }

  /** Keeps the commands of slow orders waiting until it is told. */
  record SlowOnce(CountDownLatch mayAnswer) implements Conduct {

    private static final int LIMIT_SECONDS = 9;

    @Override
    public int answer(ReceivedCommand command) {
      try {
        boolean inTime =
            !command.payload().containsKey("slow")
                || mayAnswer.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        return inTime ? 204 : 500;
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
        return 500;
      }
    }
  }
}
