// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.http;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.flowmanager.platform.http.HttpCalls;
import io.flowmanager.platform.http.RetriesWithoutServer;
import io.flowmanager.platform.http.RetryPolicy;
import io.flowmanager.platform.http.Upstream;
import io.flowmanager.router.application.call.RoutingException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service that misbehaves, and calls to it. */
final class Upstreams implements AutoCloseable {

  static final int RETRIES = 2;

  /** Longer than a very busy machine takes for an answer. */
  private static final Duration LONG = Duration.ofSeconds(20);

  /** A breaker stays open until a busy machine has looked at it. */
  private static final Duration OPEN = Duration.ofSeconds(2);

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("localhost"));
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final HttpCalls http = new HttpCalls(threads);

  Upstreams() {
    server.start();
  }

  WireMockServer server() {
    return server;
  }

  Upstream upstream(String credentials, String path) {
    return upstream(credentials + "localhost", path, LONG, 100);
  }

  /** Does not wait for slow answers. */
  Upstream impatient(String path) {
    return upstream("localhost", path, Duration.ofMillis(300), 100);
  }

  /** Its breaker opens after so many failures. */
  Upstream fragile(String path, int failuresToOpen) {
    return upstream("localhost", path, LONG, failuresToOpen);
  }

  /** Another server of this machine. */
  Upstream at(int port, String path) {
    return upstream(URI.create("http://localhost:" + port + path), LONG, 100);
  }

  private Upstream upstream(String host, String path, Duration timeout, int failuresToOpen) {
    URI base = URI.create("http://" + host + ":" + server.port() + path);
    return upstream(base, timeout, failuresToOpen);
  }

  private Upstream upstream(URI base, Duration timeout, int failuresToOpen) {
    var patience = new RetryPolicy(timeout, RETRIES, Duration.ofMillis(5), failuresToOpen, OPEN);
    return new Upstream(base, http, patience, threads, new RetriesWithoutServer(RETRIES));
  }

  static RoutingException failureOf(CompletionStage<?> call) {
    return (RoutingException)
        call.handle((result, failure) -> ((CompletionException) failure).getCause())
            .toCompletableFuture()
            .join();
  }

  @Override
  public void close() {
    http.close();
    server.stop();
    threads.shutdownNow();
  }
}
