// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.flowmanager.platform.json.UntrustedJson;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EndpointsTest {

  private static final HttpOperation READ = HttpOperation.get("readSaga", "/sagas/{id}");

  private final Endpoint event =
      Endpoint.post(
          "sendEvent",
          "/event",
          new Bodies(10, new UntrustedJson(10)),
          (call, bodies) -> new CompletableFuture<>());

  @Test
  void tableHasEveryOperationWithOrWithoutABody() {
    var endpoints = new Endpoints(List.of(event), List.of(READ));

    assertThat(endpoints.operations()).containsExactly(event.operation(), READ);
  }

  @Test
  void onlyOperationsWithABodyAreEndpoints() {
    var endpoints = new Endpoints(List.of(event), List.of(READ));

    assertThat(endpoints.all()).containsExactly(event);
    assertThat(endpoints.of("sendEvent")).isSameAs(event);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> endpoints.of("readSaga"))
        .withMessageContaining("readSaga");
  }

  @Test
  void twoOperationsOfOneNameAreRefused() {
    List<HttpOperation> others = List.of(READ, HttpOperation.get("sendEvent", "/events"));

    assertThatIllegalStateException().isThrownBy(() -> new Endpoints(List.of(event), others));
  }

  @Test
  void twoOperationsAtOneAddressAreRefused() {
    List<HttpOperation> others = List.of(READ, HttpOperation.post("takeEvent", "/event"));

    assertThatIllegalStateException().isThrownBy(() -> new Endpoints(List.of(event), others));
  }

  @Test
  void anotherMethodIsAnotherAddress() {
    List<HttpOperation> others = List.of(READ, HttpOperation.delete("forgetSaga", "/sagas/{id}"));

    assertThat(new Endpoints(List.of(), others).operations()).hasSize(2);
  }
}
