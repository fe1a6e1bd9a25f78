// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that may take the fast path. */
class PlainRequestTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;charset=utf-8",
        "Application/JSON; Charset=UTF-8"
      })
  void jsonIsPlain(String type) {
    assertThat(isPlain(new ServletStandIn().with("getContentType", type))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/json; charset=iso-8859-1",
        "application/json; a=b",
        "application/problem+json",
        ""
      })
  void otherTypesAreNot(String type) {
    assertThat(isPlain(new ServletStandIn().with("getContentType", type))).isFalse();
  }

  @Test
  void noTypeIsNotPlain() {
    assertThat(isPlain(new ServletStandIn().with("getContentType", null))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json"})
  void whoTakesJsonOrAnythingIsPlain(String accept) {
    assertThat(isPlain(new ServletStandIn().accepting(accept))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json;q=0", "application/json, text/html"})
  void whoHasOtherWishesIsNot(String accept) {
    assertThat(isPlain(new ServletStandIn().accepting(accept))).isFalse();
  }

  @Test
  void aSecondWishIsSeen() {
    assertThat(isPlain(new ServletStandIn().accepting("*/*", "text/html"))).isFalse();
  }

  @Test
  void aQueryIsNotPlain() {
    assertThat(isPlain(new ServletStandIn().with("getQueryString", "sagaId=a"))).isFalse();
  }

  @Test
  void onlyARequestThatMayBeAnsweredLaterIsPlain() {
    assertThat(isPlain(new ServletStandIn())).isTrue();
    assertThat(isPlain(new ServletStandIn().with("isAsyncSupported", false))).isFalse();
  }

  @Test
  void thePathIsWhatFollowsTheContextRoot() {
    var request = new ServletStandIn().with("getContextPath", "/flows");

    assertThat(path(request.with("getRequestURI", "/flows/flows/a/saga")))
        .isEqualTo("/flows/a/saga");
    assertThat(path(request.with("getRequestURI", "/%66lows/saga"))).isEqualTo("/%66lows/saga");
  }

  private static boolean isPlain(ServletStandIn container) {
    return RequestHeaders.isPlain(container.asRequest());
  }

  private static String path(ServletStandIn container) {
    return FastPathFilter.path(container.asRequest());
  }
}
