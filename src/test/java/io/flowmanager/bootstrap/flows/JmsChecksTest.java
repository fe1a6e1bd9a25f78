// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.secret.SecretFiles;
import io.flowmanager.saga.domain.flow.ChannelDefinition.Jms;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.FlowFault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JmsChecksTest {

  private final JmsChecks checks = new JmsChecks(new FlowChecks(new SecretFiles())::text);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://broker.example:61616",
        "tcp://[::1]:61616",
        "tcp://broker.example:61616?sslEnabled=true&trustStorePath=/run/trust.p12",
        "(tcp://one:61616,tcp://two:61616)?ha=true",
      })
  void urlThatTheClientUnderstandsIsNoFault(String url) {
    assertThat(faults(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rabbit:61616",
        "vm://0",
        "amqp://rabbit:5672",
        "tcp://:61616",
        "tcp://b:x",
        "tcp://s3cr3t@b:61616",
      })
  void anyOtherUrlIsAFaultThatDoesNotQuoteIt(String url) {
    assertThat(faults(url)).hasSize(1);
    assertThat(faults(url).get(0).pointer()).isEqualTo("/c/brokerUrl");
    assertThat(faults(url).get(0).message()).doesNotContain(url);
  }

  @Test
  void secretThatCannotBeReadIsAFault() {
    Jms channel = channel("tcp://b:1", Optional.of(new ConfigValue.SecretFile("/nowhere/secret")));

    assertThat(checks.faults("/c", channel))
        .containsExactly(
            new FlowFault("/c/password", "The secret file /nowhere/secret cannot be read."));
  }

  private List<FlowFault> faults(String url) {
    return checks.faults("/c", channel(url, Optional.empty()));
  }

  private static Jms channel(String url, Optional<ConfigValue> password) {
    return new Jms(
        "jms",
        Optional.empty(),
        Optional.of(url),
        Optional.empty(),
        password,
        List.of("in"),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
