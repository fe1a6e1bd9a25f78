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
        "",
        "orders",
        "flow:",
        "flow:a/b",
        "ftp://a",
        "http:///x",
        "http://a b",
        "http://a#f"
      })
  void anythingElseIsNone(String text) {
    assertThat(Address.parse(text)).isEmpty();
  }
}
