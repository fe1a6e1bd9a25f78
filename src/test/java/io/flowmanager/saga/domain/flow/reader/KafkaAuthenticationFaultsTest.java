// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.testing.FlowDocuments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KafkaAuthenticationFaultsTest {

  private static final String AUTHENTICATION =
      "/communicationProtocols/0/configurations/authenticationProperties";

  @Test
  void authenticationIsReadWhole() {
    assertThat(authentication(FlowDocuments.complete()))
        .isEqualTo(
            new ChannelDefinition.KafkaAuthentication(Optional.of(ssl()), Optional.of(sasl())));
  }

  @Test
  void sslMayBeTrue() {
    FlowDocuments flow = FlowDocuments.complete().with(AUTHENTICATION + "/ssl", "true");

    assertThat(authentication(flow).ssl())
        .contains(new ChannelDefinition.Ssl(List.of(), Map.of(), true, Optional.empty()));
  }

  @Test
  void authoritiesMayBeAListOfTextsAndReferences() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with(
                AUTHENTICATION + "/ssl/ca",
                "[\"ONE\", {\"type\": \"file\", \"path\": \"/run/two.pem\"}]");

    assertThat(authentication(flow).ssl().orElseThrow().ca())
        .containsExactly(plain("ONE"), new ConfigValue.SecretFile("/run/two.pem"));
  }

  @Test
  void sslRefusesUnknownCertificatesUnlessToldOtherwise() {
    FlowDocuments flow =
        FlowDocuments.complete().without(AUTHENTICATION + "/ssl/rejectUnauthorized");

    assertThat(authentication(flow).ssl().orElseThrow().rejectUnauthorized()).isTrue();
  }

  @Test
  void sslThatIsFalseIsNoSsl() {
    FlowDocuments flow = FlowDocuments.complete().with(AUTHENTICATION + "/ssl", "false");

    assertThat(authentication(flow).ssl()).isEmpty();
  }

  @Test
  void tokenMechanismNeedsNoPassword() {
    FlowDocuments flow =
        FlowDocuments.complete().with(AUTHENTICATION + "/sasl", "{\"mechanism\": \"OAuthBearer\"}");

    assertThat(authentication(flow).sasl())
        .contains(new ChannelDefinition.Sasl("oauthbearer", Optional.empty(), Optional.empty()));
  }

  private static ChannelDefinition.KafkaAuthentication authentication(FlowDocuments flow) {
    return ((ChannelDefinition.Kafka) accepted(flow).channels().get(0))
        .authentication()
        .orElseThrow();
  }

  private static ChannelDefinition.Ssl ssl() {
    Map<String, ConfigValue> identity =
        Map.of(
            "key",
            plain("KEY"),
            "cert",
            plain("CERT"),
            "passphrase",
            new ConfigValue.SecretFile("/run/passphrase"));
    return new ChannelDefinition.Ssl(
        List.of(new ConfigValue.SecretFile("/run/ca.pem")),
        identity,
        false,
        Optional.of("kafka.example"));
  }

  private static ChannelDefinition.Sasl sasl() {
    return new ChannelDefinition.Sasl(
        "scram-sha-256",
        Optional.of(plain("orders")),
        Optional.of(new ConfigValue.SecretFile("/run/password")));
  }

  private static ConfigValue plain(String text) {
    return new ConfigValue.Plain(text);
  }

  @Test
  void authenticationThatIsNoObjectIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(AUTHENTICATION, "\"plain\"");

    assertRefused(flow, AUTHENTICATION, "must be an object, not a string");
  }

  @Test
  void sslThatIsAStringIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(AUTHENTICATION + "/ssl", "\"true\"");

    assertRefused(flow, AUTHENTICATION + "/ssl", "must be true, false or an object, not a string");
  }

  @Test
  void emptyListOfAuthoritiesIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(AUTHENTICATION + "/ssl/ca", "[]");

    assertRefused(
        flow,
        AUTHENTICATION + "/ssl/ca",
        "must name at least one certificate, or be left out to trust those of the server");
  }

  @Test
  void emptyAuthorityOfAListIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete().with(AUTHENTICATION + "/ssl/ca", "[\"ONE\", \"\"]");

    assertRefused(flow, AUTHENTICATION + "/ssl/ca/1", "must not be empty");
  }

  @Test
  void certificateThatIsAListIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(AUTHENTICATION + "/ssl/cert", "[]");

    assertRefused(
        flow,
        AUTHENTICATION + "/ssl/cert",
        "must be a string or a secret reference such as {\"type\": \"file\", \"path\": \"/run/secret\"}, not a list");
  }

  @Test
  void rejectUnauthorizedThatIsAStringIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete().with(AUTHENTICATION + "/ssl/rejectUnauthorized", "\"no\"");

    assertRefused(
        flow, AUTHENTICATION + "/ssl/rejectUnauthorized", "must be true or false, not a string");
  }

  @Test
  void emptyServernameIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(AUTHENTICATION + "/ssl/servername", "\"\"");

    assertRefused(flow, AUTHENTICATION + "/ssl/servername", "must not be empty");
  }

  @Test
  void saslWithoutMechanismIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(AUTHENTICATION + "/sasl/mechanism");

    assertRefused(flow, AUTHENTICATION + "/sasl", "needs the member \"mechanism\"");
  }

  @Test
  void unknownSaslMechanismIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete().with(AUTHENTICATION + "/sasl/mechanism", "\"gssapi\"");

    assertRefused(
        flow,
        AUTHENTICATION + "/sasl/mechanism",
        "must be one of plain, scram-sha-256, scram-sha-512, oauthbearer, not \"gssapi\"");
  }

  @Test
  void passwordMechanismWithoutUsernameIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(AUTHENTICATION + "/sasl/username");

    assertRefused(flow, AUTHENTICATION + "/sasl", "needs the member \"username\"");
  }

  @Test
  void passwordMechanismWithoutPasswordIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(AUTHENTICATION + "/sasl/password", "null");

    assertRefused(flow, AUTHENTICATION + "/sasl", "needs the member \"password\"");
  }

  @Test
  void emptyPasswordIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(AUTHENTICATION + "/sasl/password", "\"\"");

    assertRefused(flow, AUTHENTICATION + "/sasl/password", "must not be empty");
  }
}
