// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flow file, the participants and the README tell the same story. */
class OrderFlowTest {

  private static final Path FOLDER = Path.of("examples/order");

  private final JsonObject flow = read(FOLDER.resolve("order.json"));
  private final JsonObject machine = flow.getJsonObject("machineDefinition");
  private final Map<String, JsonObject> states = byId(machine, "states");
  private final Map<String, JsonObject> channels = byId(flow, "communicationProtocols");
  private final Map<String, Participant> participants =
      Participant.all().stream().collect(Collectors.toMap(Participant::name, Function.identity()));

  @ParameterizedTest
  @CsvSource({
    "valid, book, 12 Harbour Street, orderDelivered, paymentExecuted orderPrepared orderDelivered",
    "declined, book, 12 Harbour Street, orderFailed, executePaymentError",
    "valid, out-of-stock, 12 Harbour Street, orderFailed, paymentExecuted prepareOrderError paymentRefunded",
    "closed, out-of-stock, 12 Harbour Street, orderFailed, paymentExecuted prepareOrderError refundPaymentError",
    "valid, book, unreachable, orderFailed, "
        + "paymentExecuted orderPrepared deliverOrderError stockReleased paymentRefunded",
  })
  void orderGoesItsWay(String card, String item, String address, String end, String events) {
    JsonObject order =
        Json.createObjectBuilder()
            .add("card", card)
            .add("items", Json.createArrayBuilder().add(item))
            .add("address", address)
            .build();

    assertThat(eventsUntil(end, order)).containsExactly(events.split(" "));
  }

  @Test
  void everyChannelLeadsToTheParticipantOfItsName() {
    assertThat(channels).containsOnlyKeys(participants.keySet());
    channels.forEach(
        (id, channel) -> {
          JsonObject http = channel.getJsonObject("configurations");
          assertThat(http.getString("endpoint")).isEqualTo("localhost");
          assertThat(http.getInt("port")).isEqualTo(participants.get(id).port());
          assertThat(http.getString("path")).isEqualTo(participants.get(id).path());
        });
  }

  @Test
  void everyCommandIsASkillOfItsParticipantAndHasAnErrorBranch() {
    working()
        .forEach(
            state -> {
              JsonObject command = state.getJsonObject("outputCommand");
              String label = command.getString("label");
              assertThat(participants.get(command.getString("channel")).skills())
                  .containsKey(label);
              assertThat(transitions(state))
                  .extracting(t -> t.getString("inputEvent"))
                  .contains(label + "Error");
            });
  }

  @Test
  void everySkillIsUsed() {
    List<String> asked =
        working().stream()
            .map(state -> state.getJsonObject("outputCommand").getString("label"))
            .toList();

    assertThat(participants.values())
        .flatExtracting(p -> p.skills().keySet())
        .hasSameElementsAs(asked);
  }

  private List<String> eventsUntil(String end, JsonObject order) {
    List<String> events = new ArrayList<>();
    JsonObject metadata = order;
    JsonObject state = states.get(machine.getString("initialState"));
    while (!state.getBoolean("isFinal")) {
      Event event = answer(state, metadata);
      events.add(event.label());
      metadata = merged(metadata, event.payload());
      state = states.get(target(state, event));
    }
    assertThat(state.getString("id")).isEqualTo(end);
    return events;
  }

  private Event answer(JsonObject state, JsonObject metadata) {
    JsonObject asked = state.getJsonObject("outputCommand");
    Command command = new Command("c-1", "order-1", asked.getString("label"), metadata);
    return participants
        .get(asked.getString("channel"))
        .skills()
        .get(command.label())
        .apply(command);
  }

  private String target(JsonObject state, Event event) {
    return transitions(state).stream()
        .filter(transition -> transition.getString("inputEvent").equals(event.label()))
        .map(transition -> transition.getString("targetState"))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(state.getString("id") + " does not expect " + event.label()));
  }

  private List<JsonObject> working() {
    return states.values().stream().filter(state -> !state.getBoolean("isFinal")).toList();
  }

  private static List<JsonObject> transitions(JsonObject state) {
    return state.getJsonArray("outgoingTransitions").getValuesAs(JsonObject.class);
  }

  private static JsonObject merged(JsonObject metadata, JsonObject payload) {
    JsonObjectBuilder builder = Json.createObjectBuilder(metadata);
    payload.forEach(builder::add);
    return builder.build();
  }

  private static Map<String, JsonObject> byId(JsonObject parent, String list) {
    return parent.getJsonArray(list).stream()
        .map(JsonValue::asJsonObject)
        .collect(Collectors.toMap(element -> element.getString("id"), Function.identity()));
  }

  private static JsonObject read(Path file) {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
      return reader.readObject();
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}
