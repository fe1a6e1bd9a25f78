// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerUrlTest {

  @ParameterizedTest
  @ValueSource(strings = {"artemis", "artemis_broker", "web.1.9xk2", "127.0.0.1", "broker.example"})
  void theHostIsCalledAsItIsWritten(String host) {
    assertThat(places("tcp://" + host + ":61617?callTimeout=1000"))
        .containsExactly(host + ":61617");
  }

  @Test
  void anAddressOfVersionSixIsLeftAlone() {
    assertThat(places("tcp://[::1]:61617")).containsExactly("[::1]:61617");
  }

  @Test
  void eachOfSeveralBrokersKeepsItsName() {
    assertThat(places("(tcp://a_1:61616,tcp://b.example:61617,tcp://a_2:61618)?ha=true"))
        .containsExactly("a_1:61616", "b.example:61617", "a_2:61618");
  }

  private static List<String> places(String url) {
    try (var factory = new BrokerUrl(url).factory()) {
      return Arrays.stream(factory.getStaticConnectors())
          .map(connector -> connector.getParams())
          .map(parameters -> parameters.get("host") + ":" + parameters.get("port"))
          .toList();
    }
  }
}
