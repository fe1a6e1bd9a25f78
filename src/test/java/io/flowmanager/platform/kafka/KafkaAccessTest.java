// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;
import org.junit.jupiter.api.Test;

class KafkaAccessTest {

  private static final KafkaTls TRUST =
      new KafkaTls(
          List.of(), Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.empty());

  @Test
  void brokersAloneAreReachedInPlain() {
    assertThat(access(Optional.empty(), Optional.empty()).forAdmin(Map.of(), Map.of()))
        .isEqualTo(
            Map.of("bootstrap.servers", "one:9092,two:9092", "security.protocol", "PLAINTEXT"));
  }

  @Test
  void sslTrueIsTlsWithTheTrustOfTheRuntime() {
    assertThat(access(Optional.of(TRUST), Optional.empty()).forAdmin(Map.of(), Map.of()))
        .containsEntry("security.protocol", "SSL")
        .doesNotContainKeys("ssl.truststore.type", "ssl.engine.factory.class");
  }

  @Test
  void bothTogetherAreSaslOverTls() {
    assertThat(access(Optional.of(TRUST), Optional.of(plain())).forAdmin(Map.of(), Map.of()))
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "PLAIN");
  }

  @Test
  void clientPropertiesReachTheClientsThatHaveThem() {
    KafkaAccess access =
        withProperties(Map.of("linger.ms", "7", "max.poll.records", "9", "my.own", "x"));

    assertThat(access.forProducer(Map.of("linger.ms", 1), Map.of()))
        .containsEntry("linger.ms", "7")
        .containsEntry("my.own", "x")
        .doesNotContainKey("max.poll.records");
    assertThat(access.forConsumer(Map.of(), Map.of("max.poll.records", 100)))
        .containsEntry("max.poll.records", 100)
        .doesNotContainKey("linger.ms");
  }

  @Test
  void wordsOfALibraryAreShownWithoutSecrets() {
    KafkaAccess access = access(Optional.empty(), Optional.of(plain()));

    assertThat(access.reason(new IllegalStateException("bad: ", new Exception("s3cret is wrong"))))
        .isEqualTo("*** is wrong");
    assertThat(access.reason(new IllegalStateException())).isEqualTo("IllegalStateException");
    assertThat(access + " " + access.sasl() + access.tls()).doesNotContain("s3cret");
  }

  @Test
  void propertyThatTheClientRefusesIsAFault() {
    assertThat(withProperties(Map.of("send.buffer.bytes", "many")).fault().orElseThrow())
        .contains("send.buffer.bytes");
    assertThat(withProperties(Map.of("send.buffer.bytes", "1000")).fault()).isEmpty();
  }

  @Test
  void oauthbearerWithoutTokenOrEndpointIsAFault() {
    var tokens = new KafkaSasl("oauthbearer", Optional.empty(), Optional.empty());

    assertThat(access(Optional.empty(), Optional.of(tokens)).fault().orElseThrow())
        .contains("sasl.password", "sasl.oauthbearer.token.endpoint.url");
  }

  @Test
  void endpointForTokensGetsNameAndPasswordAsClient() {
    var tokens = new KafkaSasl("OAuthBearer", Optional.of("me"), Optional.of("s3cret"));
    String endpoint = "https://login.example/token";
    var access =
        new KafkaAccess(
            List.of("one:9092"),
            Optional.empty(),
            Optional.of(tokens),
            Map.of("sasl.oauthbearer.token.endpoint.url", endpoint),
            Set.of("s3cret"));

    assertThat(access.forConsumer(Map.of(), Map.of()))
        .containsEntry("sasl.mechanism", "OAUTHBEARER")
        .containsEntry("sasl.oauthbearer.token.endpoint.url", endpoint)
        .containsEntry("sasl.oauthbearer.client.credentials.client.id", "me")
        .containsEntry("sasl.oauthbearer.client.credentials.client.secret", new Password("s3cret"))
        .containsEntry("sasl.login.callback.handler.class", OAuthBearerLoginCallbackHandler.class);
  }

  @Test
  void keyWithoutCertificateIsAFault() {
    var half =
        new KafkaTls(
            List.of(),
            Optional.of("KEY"),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.empty());

    assertThat(access(Optional.of(half), Optional.empty()).fault().orElseThrow())
        .contains("ssl.key and ssl.cert");
  }

  private static KafkaSasl plain() {
    return new KafkaSasl("plain", Optional.of("me"), Optional.of("s3cret"));
  }

  private static KafkaAccess withProperties(Map<String, String> properties) {
    return new KafkaAccess(
        List.of("one:9092"), Optional.empty(), Optional.empty(), properties, Set.of());
  }

  private static KafkaAccess access(Optional<KafkaTls> tls, Optional<KafkaSasl> sasl) {
    return new KafkaAccess(List.of("one:9092", "two:9092"), tls, sasl, Map.of(), Set.of("s3cret"));
  }
}
