// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import order.participants.Participant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order flows over brokers are the order flow. */
class BrokerFlowsTest {

  @ParameterizedTest
  @ValueSource(strings = {"order-jms", "order-kafka"})
  void onlyTheChannelsDiffer(String folder) throws IOException {
    JsonObject flow = read(folder);
    JsonObject order = read("order");

    assertThat(flow.keySet()).isEqualTo(order.keySet());
    assertThat(flow.getJsonObject("machineDefinition"))
        .isEqualTo(order.getJsonObject("machineDefinition"));
  }

  @ParameterizedTest
  @CsvSource({
    "order-jms, outputQueues, inputQueues",
    "order-kafka, outputTopics, inputTopics",
  })
  void everyParticipantHasItsChannelAndAllAnswerInOne(String folder, String out, String in)
      throws IOException {
    Map<String, JsonObject> channels = channels(read(folder));

    for (Participant participant : Participant.all()) {
      assertThat(texts(channels.get(participant.name()), out))
          .containsExactly(participant.name() + "-commands");
    }
    assertThat(texts(channels.get("events"), in)).containsExactly("order-events");
  }

  private static List<String> texts(JsonObject channel, String member) {
    JsonArray texts = channel.getJsonObject("configurations").getJsonArray(member);
    return texts.getValuesAs(JsonString::getString);
  }

  private static Map<String, JsonObject> channels(JsonObject flow) {
    return flow.getJsonArray("communicationProtocols").getValuesAs(JsonObject.class).stream()
        .collect(Collectors.toMap(channel -> channel.getString("id"), channel -> channel));
  }

  private static JsonObject read(String folder) throws IOException {
    return JsonText.parse(Files.readString(Path.of("examples", folder, "order.json")))
        .asJsonObject();
  }
}
