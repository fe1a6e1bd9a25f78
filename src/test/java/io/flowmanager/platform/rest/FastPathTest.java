// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.UntrustedJson;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastPathTest {

  private static final Bodies BODIES = new Bodies(10, new UntrustedJson(10));

  private final Endpoint root = endpoint("sendEvent", "/event");
  private final Endpoint named = endpoint("sendEventToFlow", "/flows/{flow}/event");
  private final FastPath fastPath =
      new FastPath(new Endpoints(List.of(root, named), List.of()), List.of("order", "ledger"));

  private static Endpoint endpoint(String operation, String path) {
    return Endpoint.post(operation, path, BODIES, (call, bodies) -> new CompletableFuture<>());
  }

  @Test
  void anEndpointIsAtItsPath() {
    assertThat(fastPath.at("POST", "/event")).contains(new FastPath.Address(root, null));
  }

  @Test
  void anEndpointOfFlowsIsAtAPathOfEachFlow() {
    assertThat(fastPath.at("POST", "/flows/order/event"))
        .contains(new FastPath.Address(named, "order"));
    assertThat(fastPath.at("POST", "/flows/ledger/event"))
        .contains(new FastPath.Address(named, "ledger"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event",
        "/event/",
        "//event",
        "/%65vent",
        "/event;a=b",
        "/flows/{flow}/event",
        "/flows/no/event",
        "/flows/Order/event"
      })
  void whateverElseAPathIsLeadsToJaxRs(String path) {
    assertThat(fastPath.at("POST", path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sagas/{sagaId}", "/flows/{flow}/sagas/{sagaId}"})
  void aPathWithAnotherParameterLeadsToJaxRs(String path) {
    var open =
        new FastPath(new Endpoints(List.of(endpoint("put", path)), List.of()), List.of("order"));

    assertThat(open.at("POST", path)).isEmpty();
    assertThat(open.at("POST", path.replace("{flow}", "order"))).isEmpty();
  }

  @Test
  void anotherMethodLeadsToJaxRs() {
    assertThat(fastPath.at("PUT", "/event")).isEmpty();
  }

  @Test
  void aFastPathThatIsOffLeadsToJaxRs() {
    assertThat(new FastPath().at("POST", "/event")).isEmpty();
  }

  @Test
  void anEndpointCountsItsCallsByTheirWay() {
    root.answer(ResourceCall.of(null));

    assertThat(root.calls(Way.JAX_RS)).isOne();
    assertThat(root.calls(Way.FAST_PATH)).isZero();
    assertThat(named.calls(Way.JAX_RS)).isZero();
  }
}
