// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.kafka.KafkaAccess;
import io.flowmanager.platform.secret.SecretFiles;
import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.reader.FlowReader;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.kafka.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server says of the kafka channel of a sound flow file. */
class KafkaChecksTest {

  private static final String KAFKA = "/communicationProtocols/0/configurations";
  private static final String LOGIN = KAFKA + "/authenticationProperties";

  @TempDir private Path folder;

  @Test
  void channelWithReadableSecretsHasNoFault() throws IOException {
    assertThat(faults(sound())).isEmpty();
  }

  @Test
  void everySecretFileThatCannotBeReadIsNamed() throws IOException {
    String missing = secret("nowhere");

    List<FlowFault> faults =
        faults(
            sound()
                .with(KAFKA + "/brokers", missing)
                .with(LOGIN + "/ssl/ca", missing)
                .with(LOGIN + "/ssl/passphrase", missing)
                .with(LOGIN + "/sasl/username", missing)
                .with(LOGIN + "/sasl/password", missing)
                .with(
                    KAFKA + "/clientProperties", "{\"ssl.truststore.password\": " + missing + "}"));

    assertThat(faults)
        .extracting(FlowFault::pointer)
        .containsExactlyInAnyOrder(
            KAFKA + "/brokers",
            LOGIN + "/ssl/ca",
            LOGIN + "/ssl/passphrase",
            LOGIN + "/sasl/username",
            LOGIN + "/sasl/password",
            KAFKA + "/clientProperties/ssl.truststore.password");
    assertThat(faults).allSatisfy(fault -> assertThat(fault.message()).contains("nowhere"));
  }

  @Test
  void everyElementOfAListIsRead() throws IOException {
    String missing = secret("nowhere");

    List<FlowFault> faults =
        faults(
            sound()
                .with(KAFKA + "/brokers", "[" + missing + ", \"one:1\"]")
                .with(LOGIN + "/ssl/ca", "[" + missing + ", " + authority() + "]"));

    assertThat(faults)
        .extracting(FlowFault::pointer)
        .containsExactly(KAFKA + "/brokers", LOGIN + "/ssl/ca");
  }

  @Test
  void authoritiesOfAListAreOneAccess() throws IOException {
    var channel = kafka(sound().with(LOGIN + "/ssl/ca", "[\"ONE\", " + authority() + "]"));

    assertThat(new KafkaLogin(channel, this::text).get().tls().orElseThrow().ca())
        .containsExactly("ONE", TestCertificates.ofTheRun().authority().stripTrailing());
  }

  @Test
  void keyThatIsNoneIsAFaultAndNotShown() throws IOException {
    assertThat(faults(sound().with(LOGIN + "/ssl/key", "\"my secret key\"")))
        .singleElement()
        .satisfies(
            fault -> assertThat(fault.message()).contains("ssl.key").doesNotContain("my sec"));
  }

  @Test
  void certificateThatIsNoneIsAFault() throws IOException {
    assertThat(faults(sound().with(LOGIN + "/ssl/ca", "\"-----BEGIN nothing\"")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo(KAFKA));
  }

  @Test
  void propertiesThatTheClientRefusesAreAFault() throws IOException {
    assertThat(faults(sound().with(KAFKA + "/clientProperties", "{\"batch.size\": \"big\"}")))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("batch.size"));
    String notInOrder = "{\"max.in.flight.requests.per.connection\": 6}";
    assertThat(faults(sound().with(KAFKA + "/clientProperties", notInOrder)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("max.in.flight"));
  }

  @Test
  void accessHasTheTextsOfTheFilesAsTheyAreNow() throws IOException {
    Path brokers = Files.writeString(folder.resolve("brokers"), "http://one:1, two:2\n");
    var login =
        new KafkaLogin(
            kafka(sound().with(KAFKA + "/brokers", secret(brokers.toString()))), this::text);

    KafkaAccess before = login.get();
    Files.writeString(folder.resolve("password"), "another one");
    KafkaAccess after = login.get();

    assertThat(before.brokers()).containsExactly("one:1", "two:2");
    assertThat(before.sasl().orElseThrow().password()).contains("first");
    assertThat(before.secrets()).contains("first", "http://one:1, two:2");
    assertThat(after.sasl().orElseThrow().password()).contains("another one");
    assertThat(login.get()).isEqualTo(after).isNotEqualTo(before);
  }

  private FlowDocuments sound() throws IOException {
    TestCertificates certificates = TestCertificates.ofTheRun();
    Path key = Files.writeString(folder.resolve("key"), certificates.client().key());
    Path cert = Files.writeString(folder.resolve("cert"), certificates.client().certificate());
    Path password = Files.writeString(folder.resolve("password"), "first\n");
    return FlowDocuments.complete()
        .with(LOGIN + "/ssl/ca", authority())
        .with(LOGIN + "/ssl/key", secret(key.toString()))
        .with(LOGIN + "/ssl/cert", secret(cert.toString()))
        .with(LOGIN + "/ssl/passphrase", "null")
        .with(LOGIN + "/sasl/password", secret(password.toString()));
  }

  private String authority() throws IOException {
    String pem = TestCertificates.ofTheRun().authority();
    return secret(Files.writeString(folder.resolve("ca"), pem).toString());
  }

  private static String secret(String path) {
    return "{\"type\": \"file\", \"path\": \"" + path + "\"}";
  }

  private List<FlowFault> faults(FlowDocuments flow) {
    return new KafkaChecks(this::text, true).faults(KAFKA, kafka(flow));
  }

  private String text(ConfigValue value) {
    return new FlowChecks(new SecretFiles()).text(value);
  }

  private static ChannelDefinition.Kafka kafka(FlowDocuments flow) {
    FlowReading reading = new FlowReader().read(flow.json());
    FlowDefinition definition = ((FlowReading.Sound) reading).definition();
    return (ChannelDefinition.Kafka) definition.channels().get(0);
  }
}
