// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"flow-manager", "flow_manager", "web.1.9xk2", "[::1]"})
  void aCallGoesToTheHostWhateverItsName(String host) {
    var address = address("http://me:p+%40%C3%A9@" + host + ":8080/fm/?t=1");

    assertThat(address.resolve("/event")).hasToString("http://" + host + ":8080/fm/event?t=1");
    assertThat(address.resolve("/", "sagaId", "a b"))
        .hasToString("http://" + host + ":8080/fm/?t=1&sagaId=a+b");
    assertThat(address).hasToString("http://" + host + ":8080/fm/");
    assertThat(address.authorization()).contains("Basic " + base64("me:p+@é"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://flow_manager", "http://flow-manager:1/"})
  void withoutCredentialsThereIsNoAuthorization(String url) {
    assertThat(address(url).authorization()).isEmpty();
  }

  private static UpstreamAddress address(String url) {
    return new UpstreamAddress(URI.create(url));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
