// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @Test
  void aFlowOfThisServerIsNamed() {
    assertThat(Address.parse("flow:payment")).contains(new Address.Hosted("payment"));
  }

  @Test
  void secretsOfAnAddressAreNotShown() {
    assertThat(Address.parse("https://me:pass@orders.example:8443/fm?token=t").orElseThrow())
        .hasToString("https://orders.example:8443/fm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://flow_manager:8080/fm",
        "https://shop_flow_1/fm",
        "http://web.1.9xk2:80/",
        "http://[::1]:80/",
        "http://orders.example:/",
        "http://10.0.0.1/"
      })
  void hostsOfContainerNetworksAreTaken(String text) {
    assertThat(Address.parse(text).orElseThrow()).hasToString(text);
  }

  @Test
  void secretsOfAnAddressWithAnUnderscoreAreNotShown() {
    assertThat(Address.parse("http://me:p%40ss@flow_manager:8443/fm?token=t").orElseThrow())
        .hasToString("http://flow_manager:8443/fm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "orders",
        "flow:",
        "flow:a/b",
        "ftp://a",
        "http:///x",
        "http://a b",
        "http://a#f",
        "http://a_b:0",
        "http://a_b:65536",
        "http://a:70000",
        "http://a:99999999999",
        "http://a_b..c",
        "http://1.2.3.256",
        "http://@/",
        "http://me@"
      })
  void anythingElseIsNone(String text) {
    assertThat(Address.parse(text)).isEmpty();
  }
}
