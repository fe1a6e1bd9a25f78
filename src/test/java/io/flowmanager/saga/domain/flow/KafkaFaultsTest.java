// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import static io.flowmanager.saga.domain.flow.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.FlowReadings.assertRefused;
import static io.flowmanager.saga.domain.flow.FlowReadings.assertRefusedDespiteSchema;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.FlowDocuments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KafkaFaultsTest {

  private static final String KAFKA = "/communicationProtocols/0/configurations";
  private static final String AUTHENTICATION = KAFKA + "/authenticationProperties";

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
                Optional.of(new ChannelDefinition.KafkaAuthentication(Optional.of(ssl()), Optional.of(sasl()))),
                Optional.of("dead")));
  }

  @Test
  void commaSeparatedBrokersAreTakenApart() {
    FlowDocuments flow = FlowDocuments.complete().with(KAFKA + "/brokers", "\"HTTPS://a:1, b:2,,http://c:3 \"");

    assertThat(kafka(flow).brokers()).containsExactly(plain("a:1"), plain("b:2"), plain("c:3"));
  }

  @Test
  void brokersMayBeASecretReference() {
    FlowDocuments flow =
        FlowDocuments.complete().with(KAFKA + "/brokers", "{\"type\": \"file\", \"path\": \"/run/brokers\"}");

    assertThat(kafka(flow).brokers()).containsExactly(new ConfigValue.SecretFile("/run/brokers"));
  }

  @Test
  void sslMayBeTrue() {
    FlowDocuments flow = FlowDocuments.complete().with(AUTHENTICATION + "/ssl", "true");

    assertThat(kafka(flow).authentication().orElseThrow().ssl())
        .contains(new ChannelDefinition.Ssl(Map.of(), true, Optional.empty()));
  }

  @Test
  void sslThatIsFalseIsNoSsl() {
    FlowDocuments flow = FlowDocuments.complete().with(AUTHENTICATION + "/ssl", "false");

    assertThat(kafka(flow).authentication().orElseThrow().ssl()).isEmpty();
  }

  @Test
  void tokenMechanismNeedsNoPassword() {
    FlowDocuments flow = FlowDocuments.complete().with(AUTHENTICATION + "/sasl", "{\"mechanism\": \"OAuthBearer\"}");

    assertThat(kafka(flow).authentication().orElseThrow().sasl())
        .contains(new ChannelDefinition.Sasl("oauthbearer", Optional.empty(), Optional.empty()));
  }

  private static ChannelDefinition.Kafka kafka(FlowDocuments flow) {
    return (ChannelDefinition.Kafka) accepted(flow).channels().get(0);
  }

  private static ChannelDefinition.Ssl ssl() {
    Map<String, ConfigValue> material =
        Map.of(
            "ca", new ConfigValue.SecretFile("/run/ca.pem"),
            "key", plain("KEY"),
            "cert", plain("CERT"),
            "passphrase", new ConfigValue.SecretFile("/run/passphrase"));
    return new ChannelDefinition.Ssl(material, false, Optional.of("kafka.example"));
  }

  private static ChannelDefinition.Sasl sasl() {
    return new ChannelDefinition.Sasl(
        "scram-sha-256", Optional.of(plain("orders")), Optional.of(new ConfigValue.SecretFile("/run/password")));
  }

  private static ConfigValue plain(String text) {
    return new ConfigValue.Plain(text);
  }

  @Test
  void kafkaWithoutBrokersIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without("/communicationProtocols/0/configurations/brokers");

    assertRefused(flow, "/communicationProtocols/0/configurations", "needs the member \"brokers\"");
  }

  @Test
  void emptyBrokerListIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/communicationProtocols/0/configurations/brokers", "[]");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations/brokers",
        "must name at least one broker, such as \"kafka.example:9092\"");
  }

  @Test
  void brokersOfCommasAloneAreAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/communicationProtocols/0/configurations/brokers", "\" , \"");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations/brokers",
        "must name at least one broker, such as \"kafka.example:9092\"");
  }

  @Test
  void brokersOfASchemeAloneAreAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/brokers", "\"http://\"");

    assertRefusedDespiteSchema(
        flow,
        "/communicationProtocols/0/configurations/brokers",
        "must name at least one broker, such as \"kafka.example:9092\"");
  }

  @Test
  void emptyBrokerIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/communicationProtocols/0/configurations/brokers/1", "\"\"");

    assertRefused(flow, "/communicationProtocols/0/configurations/brokers/1", "must not be empty");
  }

  @Test
  void brokersThatAreANumberAreAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/communicationProtocols/0/configurations/brokers", "9092");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations/brokers",
        "must be a list of brokers, a comma separated string or a secret reference, not a number");
  }

  @Test
  void brokerThatIsANumberIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/communicationProtocols/0/configurations/brokers/0", "9092");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations/brokers/0",
        "must be a string or a secret reference such as {\"type\": \"file\", \"path\": \"/run/secret\"}, not a number");
  }

  @Test
  void brokerSecretWithoutPathIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/brokers", "{\"type\": \"file\"}");

    assertRefused(flow, "/communicationProtocols/0/configurations/brokers", "needs the member \"path\"");
  }

  @Test
  void secretOfAnUnknownTypeIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/brokers", "{\"type\": \"env\", \"path\": \"A\"}");

    assertRefused(flow, "/communicationProtocols/0/configurations/brokers/type", "must be file, not \"env\"");
  }

  @Test
  void kafkaWithoutAnyTopicIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without("/communicationProtocols/3/configurations/inputTopics");

    assertRefused(
        flow,
        "/communicationProtocols/3/configurations",
        "needs at least one of inputTopics, outputTopics, with something in it");
  }

  @Test
  void kafkaWithEmptyTopicListsOnlyIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/communicationProtocols/3/configurations/inputTopics", "[]");

    assertRefused(
        flow,
        "/communicationProtocols/3/configurations",
        "needs at least one of inputTopics, outputTopics, with something in it");
  }

  @Test
  void topicsThatAreAStringAreAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/inputTopics", "\"events\"");

    assertRefused(flow, "/communicationProtocols/0/configurations/inputTopics", "must be a list, not a string");
  }

  @Test
  void emptyTopicIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/outputTopics/1", "\"\"");

    assertRefused(flow, "/communicationProtocols/0/configurations/outputTopics/1", "must not be empty");
  }

  @Test
  void topicThatIsNullIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/outputTopics/1", "null");

    assertRefused(flow, "/communicationProtocols/0/configurations/outputTopics/1", "must be a string, not null");
  }

  @Test
  void inputTopicsWithoutConsumerGroupAreAFault() {
    FlowDocuments flow = FlowDocuments.complete().without("/communicationProtocols/0/configurations/consumerGroup");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations",
        "needs the member \"consumerGroup\" because it has \"inputTopics\"");
  }

  @Test
  void consumerGroupThatIsNullIsMissing() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/consumerGroup", "null");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations",
        "needs the member \"consumerGroup\" because it has \"inputTopics\"");
  }

  @Test
  void emptyConsumerGroupIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/consumerGroup", "\"\"");

    assertRefused(flow, "/communicationProtocols/0/configurations/consumerGroup", "must not be empty");
  }

  @Test
  void clientPropertiesThatAreNoObjectAreAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/clientProperties", "[]");

    assertRefused(flow, "/communicationProtocols/0/configurations/clientProperties", "must be an object, not a list");
  }

  @Test
  void deadLetterTopicThatIsNoStringIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/deadLetterTopic", "[]");

    assertRefused(flow, "/communicationProtocols/0/configurations/deadLetterTopic", "must be a string, not a list");
  }

  @Test
  void authenticationThatIsNoObjectIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/authenticationProperties", "\"plain\"");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations/authenticationProperties",
        "must be an object, not a string");
  }

  @Test
  void sslThatIsAStringIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/authenticationProperties/ssl", "\"true\"");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations/authenticationProperties/ssl",
        "must be true, false or an object, not a string");
  }

  @Test
  void certificateThatIsAListIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/authenticationProperties/ssl/ca", "[]");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations/authenticationProperties/ssl/ca",
        "must be a string or a secret reference such as {\"type\": \"file\", \"path\": \"/run/secret\"}, not a list");
  }

  @Test
  void rejectUnauthorizedThatIsAStringIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/authenticationProperties/ssl/rejectUnauthorized", "\"no\"");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations/authenticationProperties/ssl/rejectUnauthorized",
        "must be true or false, not a string");
  }

  @Test
  void emptyServernameIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/authenticationProperties/ssl/servername", "\"\"");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations/authenticationProperties/ssl/servername",
        "must not be empty");
  }

  @Test
  void saslWithoutMechanismIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .without("/communicationProtocols/0/configurations/authenticationProperties/sasl/mechanism");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations/authenticationProperties/sasl",
        "needs the member \"mechanism\"");
  }

  @Test
  void unknownSaslMechanismIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/authenticationProperties/sasl/mechanism", "\"gssapi\"");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations/authenticationProperties/sasl/mechanism",
        "must be one of plain, scram-sha-256, scram-sha-512, oauthbearer, not \"gssapi\"");
  }

  @Test
  void passwordMechanismWithoutUsernameIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .without("/communicationProtocols/0/configurations/authenticationProperties/sasl/username");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations/authenticationProperties/sasl",
        "needs the member \"username\"");
  }

  @Test
  void passwordMechanismWithoutPasswordIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/authenticationProperties/sasl/password", "null");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations/authenticationProperties/sasl",
        "needs the member \"password\"");
  }

  @Test
  void emptyPasswordIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/authenticationProperties/sasl/password", "\"\"");

    assertRefused(
        flow,
        "/communicationProtocols/0/configurations/authenticationProperties/sasl/password",
        "must not be empty");
  }
}
