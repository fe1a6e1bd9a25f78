// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.route.RoutedSaga;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrudSagaReaderTest {

  private final Upstreams upstreams = new Upstreams();
  private final CrudSagaReader reader = new CrudSagaReader(upstreams.upstream("", "/sagas"));

  @AfterEach
  void close() {
    upstreams.close();
  }

  private void answer(String body) {
    upstreams.server().stubFor(any(anyUrl()).willReturn(okJson(body)));
  }

  private Optional<RoutedSaga> find(String id) {
    return reader.find(id).toCompletableFuture().join();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"sagaId\": \"a b\", \"metadata\": {\"n\": 1}}]",
        "{\"sagaId\": \"a b\", \"metadata\": {\"n\": 1}}",
        "[{\"sagaid\": \"a b\", \"metadata\": {\"n\": 1}}]",
        "{\"metadata\": {\"n\": 1}}",
        "[{\"sagaId\": \"other\"}, {\"sagaId\": \"a b\", \"metadata\": {\"n\": 1}}]"
      })
  void theSagaIsFoundInAnArrayOrAlone(String body) {
    answer(body);

    assertThat(find("a b").orElseThrow().metadata().getInt("n")).isEqualTo(1);
    upstreams.server().verify(getRequestedFor(urlEqualTo("/sagas/?sagaId=a+b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{\"sagaId\": \"other\"}]", "[{}, {}]"})
  void whatIsNotThereIsNotFound(String body) {
    answer(body);

    assertThat(find("a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "", "[1]", "7"})
  void garbageIsAnUpstreamError(String body) {
    answer(body);

    assertThat(Upstreams.failureOf(reader.find("a")).kind()).isEqualTo(Kind.UPSTREAM_FAILED);
  }

  @Test
  void anAnswerThatIsTooLongIsAnUpstreamError() {
    answer("[{\"sagaId\": \"a\", \"metadata\": \"" + "x".repeat(17 * 1024 * 1024) + "\"}]");

    assertThat(Upstreams.failureOf(reader.find("a")).kind()).isEqualTo(Kind.UPSTREAM_FAILED);
  }

  @Test
  void aCollectionThatIsNotThereIsAnUpstreamError() {
    upstreams.server().stubFor(any(anyUrl()).willReturn(notFound()));

    assertThat(Upstreams.failureOf(reader.find("a"))).hasMessageContaining("/sagas/ answered 404");
  }
}
