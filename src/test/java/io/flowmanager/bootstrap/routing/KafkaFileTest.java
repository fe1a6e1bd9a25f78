// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.platform.kafka.KafkaAccess;
import io.flowmanager.platform.secret.SecretFiles;
import io.flowmanager.testing.MapConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaFileTest {

  private static final String TOPICS =
      """
      "consumerConfig": {"groupId": "router", "eventsTopic": "events", "notificationsTopic": "news"},
      "producerConfig": {"mainFlowTopic": "main"}
      """;

  @TempDir private Path folder;
  private List<String> faults = List.of();

  private Optional<KafkaPlan> read(String text) throws IOException {
    String file = Files.writeString(folder.resolve("kafka.json"), text).toString();
    return readFile(Map.of("KAFKA_CONFIGURATION_FILE_PATH", file));
  }

  private Optional<KafkaPlan> readFile(Map<String, String> settings) {
    var checked = new CheckedSettings(new MapConfig(settings));
    Optional<KafkaPlan> plan = new KafkaFile(checked, new SecretFiles()).read();
    faults = checked.faults();
    return plan;
  }

  private KafkaAccess login(String members) throws IOException {
    return read("{" + members + ", " + TOPICS + "}").orElseThrow().access().get();
  }

  @Test
  void emptyUsernameAndPasswordMeanPlaintextWithoutSasl() throws IOException {
    KafkaPlan plan =
        read("{\"brokers\": \"one:9092, two:9092\", \"authMechanism\": \"plain\","
                + " \"username\": \"\", \"password\": \"\", "
                + TOPICS
                + "}")
            .orElseThrow();

    assertThat(plan.group()).isEqualTo("router");
    assertThat(List.of(plan.eventsTopic(), plan.notificationsTopic(), plan.mainFlowTopic()))
        .containsExactly("events", "news", "main");
    assertThat(plan.access().get().brokers()).containsExactly("one:9092", "two:9092");
    assertThat(plan.access().get().sasl()).isEmpty();
  }

  @Test
  void keysThatStandTwiceAreFaultsAndAByteOrderMarkIsDropped() throws IOException {
    read("\uFEFF{\"brokers\": \"one:9092\", \"brokers\": \"two:9092\", " + TOPICS + "}");

    assertThat(faults)
        .singleElement()
        .asString()
        .endsWith("/brokers: occurs more than once in its object; only one can count");
  }

  @Test
  void emptyMechanismBesideEmptyUsernameAndPasswordMeansPlaintextWithoutSasl() throws IOException {
    for (String mechanism : List.of("\"\"", "\"  \"", "null", "\"SCRAM-SHA-512\"")) {
      for (String empty : List.of("\"\"", "null")) {
        KafkaAccess access =
            login(
                "\"brokers\": \"one:9092\", \"authMechanism\": %s, \"username\": %s, \"password\": %s"
                    .formatted(mechanism, empty, empty));

        assertThat(access.forAdmin(Map.of(), Map.of()))
            .containsEntry("security.protocol", "PLAINTEXT")
            .doesNotContainKey("sasl.mechanism");
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void emptyMechanismBesideALoginIsAFault() throws IOException {
    read(
        "{\"brokers\": \"one:1\", \"authMechanism\": \"\", \"username\": \"u\", \"password\":"
            + " \"p\", "
            + TOPICS
            + "}");
    assertThat(faults).singleElement().asString().contains("needs the member \"authMechanism\"");
  }

  @Test
  void mechanismThatIsNoTextIsAFault() throws IOException {
    read("{\"brokers\": \"one:1\", \"authMechanism\": 7, " + TOPICS + "}");
    assertThat(faults).singleElement().asString().contains("/authMechanism: must be a string");
  }

  @Test
  void mechanismsAreThoseOfKafkaJsInAnyCase() throws IOException {
    for (String mechanism : List.of("plain", "SCRAM-SHA-256", "scram-sha-512")) {
      KafkaAccess access =
          login(
              "\"brokers\": \"one:9092\", \"authMechanism\": \"%s\", \"username\": \"u\", \"password\": \"p\""
                  .formatted(mechanism));

      assertThat(access.forAdmin(Map.of(), Map.of()))
          .containsEntry("security.protocol", "SASL_PLAINTEXT");
    }
  }

  @Test
  void aPasswordInAFileIsReadAnewAndNeverTold() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "first\n");
    KafkaPlan plan =
        read(("{\"brokers\": \"one:9092\", \"authMechanism\": \"plain\", \"username\": \"u\","
                    + " \"password\": {\"type\": \"file\", \"path\": \"%s\"}, "
                    + TOPICS
                    + "}")
                .formatted(secret))
            .orElseThrow();
    assertThat(plan.access().get().secrets()).containsExactly("first");

    Files.writeString(secret, "another one\n");

    assertThat(plan.access().get().sasl().orElseThrow().password()).contains("another one");
  }

  @Test
  void everyFaultIsToldWithItsPlaceAndNoSecretIs() throws IOException {
    read(
        """
        {"brokers": 7, "authMechanism": "s3cret", "username": ["s3cret"], "password": {"type": "s3cret"},
         "consumerConfig": {"groupId": "", "eventsTopic": "not a topic"}, "more": 1}
        """);

    assertThat(String.join("\n", faults))
        .contains("kafka.json /brokers: must be a string")
        .contains("/authMechanism: must be plain")
        .contains("/username: must be a string", "/password: must be a string")
        .contains("/consumerConfig/groupId: must be a string that is not blank")
        .contains("/consumerConfig/eventsTopic: is not a valid topic name")
        .contains("/consumerConfig: needs the member \"notificationsTopic\"")
        .contains("(document): needs the member \"producerConfig\"")
        .doesNotContain("s3cret");
    assertThat(faults).hasSize(9);
  }

  @Test
  void topicsThatWouldFeedTheRouterItselfAreFaults() throws IOException {
    read(
        """
        {"brokers": "one:1",
         "consumerConfig": {"groupId": "g", "eventsTopic": "a", "notificationsTopic": "a"},
         "producerConfig": {"mainFlowTopic": "a"}}
        """);

    assertThat(faults).hasSize(2);
    assertThat(String.join("\n", faults)).contains("notificationsTopic", "mainFlowTopic");
  }

  @Test
  void halfALoginIsAFault() throws IOException {
    read(
        "{\"brokers\": \"one:1\", \"authMechanism\": \"plain\", \"username\": \"u\", "
            + TOPICS
            + "}");
    assertThat(faults).singleElement().asString().contains("only one of");

    read("{\"brokers\": \"one:1\", \"username\": \"u\", \"password\": \"p\", " + TOPICS + "}");
    assertThat(faults).singleElement().asString().contains("authMechanism");
  }

  @Test
  void brokersThatAreNoneAreFaults() throws IOException {
    read("{\"brokers\": \" , \", " + TOPICS + "}");
    assertThat(faults).singleElement().asString().contains("/brokers", "must be host:port");

    read("{\"brokers\": \"no port\", " + TOPICS + "}");
    assertThat(faults).singleElement().asString().contains("/brokers", "must be host:port");
  }

  @Test
  void aSecretThatCannotBeReadIsAFault() throws IOException {
    read(
        "{\"brokers\": \"one:1\", \"authMechanism\": \"plain\", \"username\": \"u\","
            + " \"password\": {\"type\": \"file\", \"path\": \"/nowhere\"}, "
            + TOPICS
            + "}");

    assertThat(faults).singleElement().asString().contains("/nowhere");
  }

  @Test
  void aFileThatIsNotThereOrNoJsonIsAFault() throws IOException {
    readFile(Map.of("KAFKA_CONFIGURATION_FILE_PATH", folder.resolve("none").toString()));
    assertThat(faults).singleElement().asString().contains("cannot be read");

    read("[{]");
    assertThat(faults).singleElement().asString().contains("kafka.json", "line 1");
  }
}
