// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.RouterFolder;
import io.flowmanager.testing.server.RouterFolder.Place;
import io.flowmanager.testing.server.WildFlyServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A router on WildFly, whose Fault Tolerance is SmallRye's. */
@Tag("portable")
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
class RouterOnWildFlyIT {

  private static final int RETRIES = 2;

  private static WireMockServer upstreams;
  private static WildFlyServer router;

  @BeforeAll
  static void start(@TempDir Path folder) {
    upstreams = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    upstreams.start();
    router =
        WildFlyServer.in(folder.resolve("server"))
            .with(
                new RouterFolder(folder.resolve("rules"))
                    .settings(place("main"), place("sub"), place("other")))
            .with(
                Map.of(
                    "MAX_RETRIES", "" + RETRIES,
                    "RETRIES_DELAY_MS", "10",
                    "FLOW_MANAGER_ROUTER_TIMEOUT", "PT20S",
                    "FLOW_MANAGER_ROUTER_FIRST_RETRY", "PT1H",
                    "FLOW_MANAGER_ROUTER_MAX_RETRY", "PT1H"))
            .property("flow-manager.database.allow-volatile", "true")
            .start();
  }

  private static Place place(String flow) {
    String base = "http://localhost:" + upstreams.port() + "/";
    return new Place(base + flow, base + "crud/" + flow);
  }

  @AfterAll
  static void close() {
    router.close();
    upstreams.stop();
  }

  @BeforeEach
  void everybodyBehaves() {
    upstreams.resetAll();
    answer("/main/saga", okJson("{\"sagaId\": \"m\"}"));
    answer("/main/event", okJson("{}"));
    answer("/sub/saga", okJson("{\"sagaId\": \"s\"}"));
  }

  private static void answer(String path, ResponseDefinitionBuilder answer) {
    upstreams.stubFor(post(urlPathEqualTo(path)).willReturn(answer));
  }

  private static int posts(String path) {
    return upstreams.findAll(postRequestedFor(urlPathEqualTo(path))).size();
  }

  private static HttpAnswer startSaga() {
    return FlowClient.ofRoot(router.http()).tryStart("entity", "{\"type\": \"identification\"}");
  }

  @Test
  void failureIsTriedAgainAsOftenAsMaxRetriesSays() {
    answer("/main/saga", serverError());

    assertThat(startSaga().status()).isEqualTo(502);
    assertThat(posts("/main/saga")).isEqualTo(1 + RETRIES);
  }

  @Test
  void refusalIsNotTriedAgain() {
    answer("/main/saga", aResponse().withStatus(409));

    assertThat(startSaga().status()).isEqualTo(502);
    assertThat(posts("/main/saga")).isEqualTo(1);
  }

  @Test
  void upstreamsThatBehaveAreCalledOnce() {
    assertThat(startSaga().status()).isEqualTo(200);
    assertThat(posts("/main/saga")).isEqualTo(1);
    assertThat(posts("/sub/saga")).isEqualTo(1);
  }
}
