// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.DaemonThreads;
import io.flowmanager.testing.kafka.BrokerListener;
import io.flowmanager.testing.kafka.KafkaAccesses;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.KafkaProbe;
import io.flowmanager.testing.kafka.TestCertificates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to be let in, at a broker that is configured so. */
class KafkaLoginTest {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final TestCertificates CERTIFICATES = TestCertificates.ofTheRun();

  private static KafkaBroker broker;

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start(BrokerListener.values());
    try (var probe = new KafkaProbe(broker)) {
      probe.scramUser(KafkaBroker.USER, KafkaBroker.PASSWORD);
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "scram-sha-256", "SCRAM-SHA-512"})
  void passwordLetsIn(String mechanism) {
    assertLetIn(KafkaAccesses.sasl(broker, KafkaAccesses.user(mechanism)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "scram-sha-512"})
  void wrongPasswordIsSaidAndNotShown(String mechanism) {
    var wrong = KafkaAccesses.sasl(mechanism, KafkaBroker.USER, "wrong-one");

    assertRefused(KafkaAccesses.sasl(broker, wrong), "uthentication");
  }

  @Test
  void tokenLetsIn() {
    var token = new KafkaSasl("oauthbearer", Optional.empty(), Optional.of(unsecuredToken()));

    assertLetIn(KafkaAccesses.sasl(broker, token));
  }

  /** What a broker without an issuer takes: a token that nobody has signed. */
  private static String unsecuredToken() {
    long now = Clock.systemUTC().instant().getEpochSecond();
    String claims = "{\"sub\":\"flow\",\"iat\":%d,\"exp\":%d}".formatted(now, now + 3600);
    return base64("{\"alg\":\"none\"}") + "." + base64(claims) + ".";
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void authorityOfTheFlowFileIsTrusted() {
    assertLetIn(tls(BrokerListener.TLS, new TlsOf().ca()));
  }

  @Test
  void everyAuthorityOfAListIsTrusted() {
    String other = CERTIFICATES.client().certificate().strip();

    assertLetIn(tls(BrokerListener.TLS, new TlsOf().trust(other, CERTIFICATES.authority())));
    assertLetIn(tls(BrokerListener.TLS, new TlsOf().trust(CERTIFICATES.authority(), other)));
    assertRefused(tls(BrokerListener.TLS, new TlsOf().trust(other)), "certif");
  }

  @Test
  void unknownAuthorityIsRefused() {
    assertRefused(tls(BrokerListener.TLS, new TlsOf()), "certif");
  }

  @Test
  void anyCertificateIsTakenWhenNothingIsToBeRejected() {
    assertLetIn(tls(BrokerListener.TLS, new TlsOf().trusting()));
  }

  @Test
  void servernameIsWhatTheCertificateHasToProve() {
    assertLetIn(tls(BrokerListener.TLS, new TlsOf().ca().named("localhost")));
    assertRefused(
        tls(BrokerListener.TLS, new TlsOf().ca().named("other.example")), "other.example");
  }

  @Test
  void clientShowsItsCertificate() {
    assertLetIn(tls(BrokerListener.MUTUAL_TLS, new TlsOf().ca().identity(key(), null)));
    assertLetIn(tls(BrokerListener.MUTUAL_TLS, new TlsOf().trusting().identity(key(), null)));
    assertThat(look(tls(BrokerListener.MUTUAL_TLS, new TlsOf().ca())).up()).isFalse();
  }

  @Test
  void clientsKeyMayBeLocked() throws Exception {
    byte[] key = Base64.getMimeDecoder().decode(key().replaceAll("-----[A-Z ]+-----", ""));
    String locked = LockedKeys.lock(key, "PBEWithHmacSHA256AndAES_256", "open sesame");

    assertLetIn(tls(BrokerListener.MUTUAL_TLS, new TlsOf().ca().identity(locked, "open sesame")));
  }

  @Test
  void passwordIsSentThroughTls() {
    KafkaTls tls = new TlsOf().ca().made();

    assertLetIn(
        new KafkaAccess(
            List.of(broker.bootstrap(BrokerListener.SASL_TLS)),
            Optional.of(tls),
            Optional.of(KafkaAccesses.user("scram-sha-512")),
            Map.of(),
            Set.of()));
  }

  private static KafkaAccess tls(BrokerListener listener, TlsOf tls) {
    return KafkaAccesses.tls(broker, listener, tls.made());
  }

  private static String key() {
    return CERTIFICATES.client().key();
  }

  private static void assertLetIn(KafkaAccess access) {
    assertThat(access.fault()).isEmpty();
    BrokerState state = look(access);
    assertThat(state.reason()).isEmpty();
    assertThat(state.up()).isTrue();
  }

  private static void assertRefused(KafkaAccess access, String reason) {
    BrokerState state = look(access);
    assertThat(state.up()).isFalse();
    assertThat(state.reason().orElseThrow()).contains(reason).doesNotContain("wrong-one");
  }

  private static BrokerState look(KafkaAccess access) {
    var watch = new BrokerWatch("test", () -> access, Clock.systemUTC());
    watch.start(new DaemonThreads());
    try {
      Await.until("the broker is asked", BOUND, () -> watch.isLost() || watch.state().up());
      return watch.state();
    } finally {
      watch.close(BOUND);
    }
  }

  /** TLS as a flow file may ask for it. */
  private static final class TlsOf {

    private List<String> ca = List.of();
    private Optional<String> key = Optional.empty();
    private Optional<String> passphrase = Optional.empty();
    private Optional<String> servername = Optional.empty();
    private boolean rejects = true;

    TlsOf ca() {
      return trust(CERTIFICATES.authority());
    }

    TlsOf trust(String... authorities) {
      ca = List.of(authorities);
      return this;
    }

    TlsOf trusting() {
      rejects = false;
      return this;
    }

    TlsOf named(String name) {
      servername = Optional.of(name);
      return this;
    }

    TlsOf identity(String ownKey, String secret) {
      key = Optional.of(ownKey);
      passphrase = Optional.ofNullable(secret);
      return this;
    }

    KafkaTls made() {
      Optional<String> cert = key.map(present -> CERTIFICATES.client().certificate());
      return new KafkaTls(ca, key, cert, passphrase, rejects, servername);
    }
  }
}
