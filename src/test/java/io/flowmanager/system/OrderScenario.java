// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.participant.ReceivedCommand;
import io.flowmanager.testing.server.FlowClient;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order flow, by its happy way and by each of its others. */
interface OrderScenario extends ServerScenario {

  String SENT = "\"key\":\"%s\",\"value\":{\"messageLabel\":\"%s\",\"messagePayload\":%s}";

  @Test
  default void anOrderIsPaidPreparedAndDelivered() {
    FlowClient orders = orders();
    String saga = orders.start("{\"items\":[\"book\"],\"address\":{\"city\":\"Rome\",\"zip\":1}}");
    orders.move(saga, "paymentExecuted", "{\"paymentId\":\"p-7\"}");
    orders.move(saga, "orderPrepared", "{\"address\":{\"city\":\"Milano\"}}");
    orders.move(saga, "orderDelivered", "null");

    JsonObject document = orders.read(saga);

    assertThat(saga).startsWith("order-");
    assertThat(document.getString("currentState")).isEqualTo("orderDelivered");
    assertThat(document.getBoolean("isFinal")).isTrue();
    assertThat(document.getString("latestEvent")).isEqualTo("orderDelivered");
    assertThat(document.getString("associatedEntityId")).isEqualTo("entity-1");
    assertThat(document.getString("businessStateId")).isEqualTo("completed");
    assertThat(document.getString("businessStateDescription")).isEqualTo("The order is complete");
    assertThat(document.getJsonObject("metadata").toString())
        .isEqualTo(
            "{\"items\":[\"book\"],\"address\":{\"city\":\"Milano\"},\"paymentId\":\"p-7\"}");
  }

  @Test
  default void eachCommandSaysByteForByteWhatItsStateAsksFor() {
    FlowClient orders = orders();
    String saga = orders.start("{\"items\":[\"b\u00fccher\"],\"n\":1.50}");
    orders.move(saga, "paymentExecuted", "{\"paid\":true}");
    orders.move(saga, "orderPrepared", "{\"paid\":{\"by\":\"card\"}}");

    List<ReceivedCommand> commands = participant().awaitCommands(saga, 3, SOON);

    assertThat(commands)
        .extracting(ReceivedCommand::id)
        .containsExactly(saga + ".0", saga + ".1", saga + ".2");
    assertThat(commands)
        .extracting(command -> command.method() + " " + command.path())
        .containsExactly(
            "POST /payment/commands", "POST /stock/commands", "POST /delivery/commands");
    assertThat(commands)
        .extracting(command -> command.header("Content-Type"))
        .containsOnly("application/json");
    assertThat(commands)
        .extracting(ReceivedCommand::body)
        .containsExactly(
            sent(saga, "executePayment", "{\"items\":[\"b\u00fccher\"],\"n\":1.50}"),
            sent(saga, "prepareOrder", "{\"items\":[\"b\u00fccher\"],\"n\":1.50,\"paid\":true}"),
            sent(
                saga,
                "deliverOrder",
                "{\"items\":[\"b\u00fccher\"],\"n\":1.50,\"paid\":{\"by\":\"card\"}}"));
  }

  private static String sent(String saga, String label, String payload) {
    return "{" + SENT.formatted(saga, label, payload) + "}";
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "executePaymentError, executePayment",
    "paymentExecuted prepareOrderError paymentRefunded, executePayment prepareOrder refundPayment",
    "paymentExecuted prepareOrderError refundPaymentError, executePayment prepareOrder"
        + " refundPayment",
    "paymentExecuted orderPrepared deliverOrderError stockReleased paymentRefunded,"
        + "executePayment prepareOrder deliverOrder releaseStock refundPayment",
    "paymentExecuted orderPrepared deliverOrderError releaseStockError refundPaymentError,"
        + "executePayment prepareOrder deliverOrder releaseStock refundPayment",
  })
  default void anErrorUndoesWhatWasDone(String events, String commands) {
    FlowClient orders = orders();
    String saga = orders.start("{}");

    List.of(events.split(" ")).forEach(event -> orders.move(saga, event, "{}"));

    List<String> expected = List.of(commands.split(" "));
    assertThat(orders.stateOf(saga)).isEqualTo("orderFailed");
    assertThat(participant().awaitCommands(saga, expected.size(), SOON))
        .extracting(ReceivedCommand::label)
        .containsExactlyElementsOf(expected);
  }

  @Test
  default void theHistoryTellsTheWayOldestFirst() {
    FlowClient orders = orders();
    Instant before = Instant.now().minusMillis(1);
    String saga = orders.start("{}");
    orders.move(saga, "paymentExecuted", "{}");
    orders.move(saga, "prepareOrderError", "{}");

    JsonObject history = orders.read(saga).getJsonObject("history");

    List<JsonObject> states = history.getJsonArray("states").getValuesAs(JsonObject.class);
    List<JsonObject> events = history.getJsonArray("events").getValuesAs(JsonObject.class);
    assertThat(texts(states, "state"))
        .containsExactly("orderCreated", "orderPaid", "paymentRefundDue");
    assertThat(texts(states, "businessStateId"))
        .containsExactly("received", "inProgress", "inCancellation");
    assertThat(texts(states, "businessStateDescription"))
        .startsWith("We have received the order", "We are working on the order");
    assertThat(texts(events, "event"))
        .containsExactly("orderRequested", "paymentExecuted", "prepareOrderError");
    assertThat(texts(events, "businessEventId"))
        .containsExactly("", "moneyReceived", "goodsMissing");
    assertThat(texts(events, "businessEventDescription")).startsWith("", "The customer has paid");
    assertThat(texts(events, "timestamp"))
        .isEqualTo(texts(states, "timestamp"))
        .isSorted()
        .allMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
        .allMatch(time -> Instant.parse(time).isAfter(before));
  }

  private static List<String> texts(List<JsonObject> entries, String member) {
    return entries.stream().map(entry -> entry.getString(member, "")).toList();
  }
}
