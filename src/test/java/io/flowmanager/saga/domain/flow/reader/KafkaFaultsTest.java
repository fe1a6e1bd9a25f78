// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefusedDespiteSchema;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.FlowSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaFaultsTest {

  private static final String KAFKA = "/communicationProtocols/0/configurations";
  private static final String INBOX = "/communicationProtocols/3/configurations";

  @Test
  void kafkaChannelIsReadWhole() {
    ChannelDefinition.Kafka kafka = kafka(FlowDocuments.complete());

    assertThat(kafka)
        .isEqualTo(
            new ChannelDefinition.Kafka(
                "kafka-1",
                List.of(plain("one:9092"), plain("two:9092")),
                List.of("events"),
                List.of("commands", "audit"),
                Optional.of("orders"),
                kafka.authentication(),
                Map.of("max.poll.records", plain("100")),
                Optional.of("dead")));
  }

  @Test
  void commaSeparatedBrokersAreTakenApart() {
    FlowDocuments flow =
        FlowDocuments.complete().with(KAFKA + "/brokers", "\"HTTPS://a:1, b:2,,http://c:3 \"");

    assertThat(kafka(flow).brokers()).containsExactly(plain("a:1"), plain("b:2"), plain("c:3"));
  }

  @Test
  void brokersMayBeASecretReference() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with(KAFKA + "/brokers", "{\"type\": \"file\", \"path\": \"/run/brokers\"}");

    assertThat(kafka(flow).brokers()).containsExactly(new ConfigValue.SecretFile("/run/brokers"));
  }

  private static ChannelDefinition.Kafka kafka(FlowDocuments flow) {
    return (ChannelDefinition.Kafka) accepted(flow).channels().get(0);
  }

  private static ConfigValue plain(String text) {
    return new ConfigValue.Plain(text);
  }

  @Test
  void kafkaWithoutBrokersIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(KAFKA + "/brokers");

    assertRefused(flow, KAFKA, "needs the member \"brokers\"");
  }

  @Test
  void emptyBrokerListIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/brokers", "[]");

    assertRefused(
        flow, KAFKA + "/brokers", "must name at least one broker, such as \"kafka.example:9092\"");
  }

  @Test
  void brokersOfCommasAloneAreAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/brokers", "\" , \"");

    assertRefused(
        flow, KAFKA + "/brokers", "must name at least one broker, such as \"kafka.example:9092\"");
  }

  @Test
  void brokersOfASchemeAloneAreAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/brokers", "\"http://\"");

    assertRefusedDespiteSchema(
        flow, KAFKA + "/brokers", "must name at least one broker, such as \"kafka.example:9092\"");
  }

  @Test
  void emptyBrokerIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/brokers/1", "\"\"");

    assertRefused(flow, KAFKA + "/brokers/1", "must not be empty");
  }

  @Test
  void brokersThatAreANumberAreAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/brokers", "9092");

    assertRefused(
        flow,
        KAFKA + "/brokers",
        "must be a list of brokers, a comma separated string or a secret reference, not a number");
  }

  @Test
  void brokerThatIsANumberIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/brokers/0", "9092");

    assertRefused(
        flow,
        KAFKA + "/brokers/0",
        "must be a string or a secret reference such as {\"type\": \"file\", \"path\": \"/run/secret\"}, not a number");
  }

  @Test
  void brokerSecretWithoutPathIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/brokers", "{\"type\": \"file\"}");

    assertRefused(flow, KAFKA + "/brokers", "needs the member \"path\"");
  }

  @Test
  void secretOfAnUnknownTypeIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete().with(KAFKA + "/brokers", "{\"type\": \"env\", \"path\": \"A\"}");

    assertRefused(flow, KAFKA + "/brokers/type", "must be file, not \"env\"");
  }

  @Test
  void kafkaWithoutAnyTopicIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(INBOX + "/inputTopics");

    assertRefused(flow, INBOX, "needs at least one of inputTopics, outputTopics, not empty");
  }

  @Test
  void kafkaWithEmptyTopicListsOnlyIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(INBOX + "/inputTopics", "[]");

    assertRefused(flow, INBOX, "needs at least one of inputTopics, outputTopics, not empty");
  }

  @Test
  void topicsThatAreAStringAreAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/inputTopics", "\"events\"");

    assertRefused(flow, KAFKA + "/inputTopics", "must be a list, not a string");
  }

  @Test
  void emptyTopicIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/outputTopics/1", "\"\"");

    assertRefused(flow, KAFKA + "/outputTopics/1", "must not be empty");
  }

  @Test
  void topicThatIsNullIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/outputTopics/1", "null");

    assertRefused(flow, KAFKA + "/outputTopics/1", "must be a string, not null");
  }

  @Test
  void inputTopicsWithoutConsumerGroupAreAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(KAFKA + "/consumerGroup");

    assertRefused(flow, KAFKA, "needs the member \"consumerGroup\" because it has \"inputTopics\"");
  }

  @Test
  void consumerGroupThatIsNullIsMissing() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/consumerGroup", "null");

    assertRefused(flow, KAFKA, "needs the member \"consumerGroup\" because it has \"inputTopics\"");
  }

  @Test
  void emptyConsumerGroupIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/consumerGroup", "\"\"");

    assertRefused(flow, KAFKA + "/consumerGroup", "must not be empty");
  }

  @Test
  void clientPropertiesThatAreNoObjectAreAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/clientProperties", "[]");

    assertRefused(flow, KAFKA + "/clientProperties", "must be an object, not a list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bootstrap.servers",
        "security.protocol",
        "sasl.jaas.config",
        "group.id",
        "key.serializer",
        "value.deserializer",
        "delivery.timeout.ms",
        "partitioner.class",
        "transactional.id",
        "partition.assignment.strategy"
      })
  void clientPropertyThatIsSaidElsewhereOrBreaksAPromiseIsAFault(String name) {
    FlowDocuments flow =
        FlowDocuments.complete().with(KAFKA + "/clientProperties", "{\"" + name + "\": \"x\"}");

    assertThat(((FlowReading.Faulty) FlowReadings.read(flow)).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.pointer()).isEqualTo(KAFKA + "/clientProperties/" + name);
              assertThat(fault.message()).startsWith("must be left out: ");
            });
    assertThat(FlowSchema.violationsOf(flow.json())).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "acks, 1, all",
    "acks, \"0\", all",
    "enable.idempotence, false, true",
    "enable.auto.commit, \"true\", false"
  })
  void clientPropertyThatPromisesRestOnIsFixed(String name, String value, String fixed) {
    String place = KAFKA + "/clientProperties";
    FlowDocuments broken =
        FlowDocuments.complete().with(place, "{\"" + name + "\": " + value + "}");
    FlowDocuments sound =
        FlowDocuments.complete().with(place, "{\"" + name + "\": \"" + fixed + "\"}");

    assertRefused(
        broken,
        place + "/" + name,
        "must be " + fixed + " or left out: Flow Manager's guarantees depend on it");
    assertThat(kafka(sound).clientProperties()).containsOnlyKeys(name);
  }

  @Test
  void clientPropertiesAreTextsNumbersFlagsOrSecrets() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with(
                KAFKA + "/clientProperties",
                "{\"a\": \"text\", \"b\": 1e3, \"c\": true, \"d\": null,"
                    + " \"e\": {\"type\": \"file\", \"path\": \"/run/e\"}}");

    assertThat(kafka(flow).clientProperties())
        .isEqualTo(
            Map.of(
                "a", plain("text"),
                "b", plain("1000"),
                "c", plain("true"),
                "e", new ConfigValue.SecretFile("/run/e")));
  }

  @Test
  void clientPropertyThatIsAListIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/clientProperties", "{\"a\": []}");

    assertRefused(
        flow,
        KAFKA + "/clientProperties/a",
        "must be a text, a number, true, false or a secret reference, not a list");
  }

  @Test
  void deadLetterTopicThatIsNoStringIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/deadLetterTopic", "[]");

    assertRefused(flow, KAFKA + "/deadLetterTopic", "must be a string, not a list");
  }
}
