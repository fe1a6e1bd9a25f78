// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON; Charset=UTF-8",
        "application/json;charset=\"utf-8\"",
        "application/vnd.a+json;v=1;",
        "text/plain"
      })
  void aMediaTypeIsLeftToTheEndpoints(String type) {
    assertThat(fault("Content-Type", type)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "application",
        "application/",
        "/json",
        "application json",
        ";;;",
        "application/json; charset",
        "application/json; charset=\"utf-8",
        "application/json, application/json"
      })
  void whatIsNoMediaTypeIsRefused(String type) {
    assertThat(fault("Content-Type", type).orElseThrow())
        .extracting(Problem::status, Problem::title)
        .containsExactly(400, "Malformed Content-Type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Type", "Idempotency-Key"})
  void twoOfAHeaderThatCountsAreRefused(String name) {
    Problem problem = fault(name, "application/json", "application/json").orElseThrow();

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.detail()).contains("more than one " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "GZIP", "deflate, gzip"})
  void aCompressedBodyIsRefusedByTheNameOfItsEncoding(String encoding) {
    Problem problem = fault("Content-Encoding", encoding).orElseThrow();

    assertThat(problem.status()).isEqualTo(415);
    assertThat(problem.detail()).contains(encoding);
  }

  @Test
  void aSecondContentEncodingIsSeen() {
    assertThat(fault("Content-Encoding", "identity", "gzip")).isPresent();
    assertThat(fault("Content-Encoding", "identity")).isEmpty();
  }

  private static Optional<Problem> fault(String name, String... values) {
    return RequestHeaders.fault(new ServletStandIn().sending(name, values).asRequest());
  }
}
