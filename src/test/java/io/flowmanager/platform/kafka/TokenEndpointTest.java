// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.DaemonThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that the client fetches itself. */
class TokenEndpointTest {

  private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
  private static final Duration BOUND = Duration.ofSeconds(30);

  private final Queue<String> callers = new ConcurrentLinkedQueue<>();
  private HttpServer endpoint;
  private String url;

  @BeforeEach
  void open() throws IOException {
    endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    endpoint.createContext("/token", this::refuse);
    endpoint.start();
    url = "http://localhost:" + endpoint.getAddress().getPort() + "/token";
    System.setProperty(ALLOWED, url);
  }

  private void refuse(HttpExchange exchange) throws IOException {
    callers.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    exchange.sendResponseHeaders(401, -1);
    exchange.close();
  }

  @AfterEach
  void close() {
    System.clearProperty(ALLOWED);
    endpoint.stop(0);
  }

  @Test
  void endpointIsAskedInTheNameOfTheUserAndItsRefusalIsTheReason() {
    var login = new KafkaSasl("oauthbearer", Optional.of("orders"), Optional.of("s3cret"));
    var properties = Map.of("sasl.oauthbearer.token.endpoint.url", url);
    var access =
        new KafkaAccess(
            List.of("localhost:1"),
            Optional.empty(),
            Optional.of(login),
            properties,
            Set.of("s3cret"));
    var watch = new BrokerWatch("test", () -> access, Clock.systemUTC());

    watch.start(new DaemonThreads());
    Await.until("the endpoint is asked", BOUND, () -> !callers.isEmpty());
    Await.until("its refusal is known", BOUND, watch::isLost);
    watch.close(BOUND);

    String credentials =
        Base64.getEncoder().encodeToString("orders:s3cret".getBytes(StandardCharsets.UTF_8));
    assertThat(callers).contains("Basic " + credentials);
    assertThat(watch.state().reason().orElseThrow()).doesNotContain("s3cret");
  }
}
