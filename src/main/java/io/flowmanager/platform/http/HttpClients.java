// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Opens the client that {@link HttpCalls} describes. */
final class HttpClients {

  private static final Logger LOG = System.getLogger(HttpClients.class.getName());

  /** No limit here: callers limit concurrent calls for each channel. */
  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  /** Shorter than the idle timeout of most servers. */
  private static final TimeValue UNUSED = TimeValue.ofSeconds(30);

  private HttpClients() {}

  static CloseableHttpAsyncClient open() {
    CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .useSystemProperties()
            .setConnectionManager(connections())
            .setIOReactorConfig(reactor())
            .setThreadFactory(new DefaultThreadFactory("flow-manager-http", true))
            .setIoReactorExceptionCallback(HttpClients::note)
            .setUserAgent("flow-manager")
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(null).build())
            .evictExpiredConnections()
            .evictIdleConnections(UNUSED)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableRequestPriority()
            .build();
    client.start();
    return client;
  }

  /** The calls of the connection fail anyway; this tells an operator why. */
  private static void note(Exception failure) {
    LOG.log(Level.WARNING, "Connections to services broke off: {0}", failure.toString());
  }

  private static IOReactorConfig reactor() {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return IOReactorConfig.custom()
        .setIoThreadCount(threads)
        .setTcpNoDelay(true)
        .setSoTimeout(Timeout.DISABLED)
        .build();
  }

  private static AsyncClientConnectionManager connections() {
    PoolingAsyncClientConnectionManager connections =
        PoolingAsyncClientConnectionManagerBuilder.create()
            .setTlsStrategy(ClientTlsStrategyBuilder.create().useSystemProperties().buildAsync())
            .setDefaultTlsConfig(
                TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(Timeout.DISABLED).build())
            .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
            .setConnPoolPolicy(PoolReusePolicy.LIFO)
            .build();
    connections.setMaxTotal(ANY_NUMBER);
    connections.setDefaultMaxPerRoute(ANY_NUMBER);
    return connections;
  }
}
