// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import com.google.common.util.concurrent.MoreExecutors;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorStatus;
import org.apache.hc.core5.util.TimeValue;

/**
 * Calls services over HTTP/1.1. Connections are kept alive and shared by all calls to the same
 * host. Redirects are not followed, and calls are not retried. Proxies and trusted certificates are
 * those of the system properties.
 *
 * <p>No thread is blocked: calls return at once. Stages complete on the few threads that serve all
 * connections, so dependent actions must be short.
 */
public final class HttpCalls implements AutoCloseable {

  private static final Logger LOG = System.getLogger(HttpCalls.class.getName());
  private static final TimeValue MOMENT = TimeValue.ofSeconds(1);

  private final Executor threads;

  /** One for each service, so that a slow name lookup delays only calls to that service. */
  private final Map<String, Executor> turns = new ConcurrentHashMap<>();

  private CloseableHttpAsyncClient client;
  private boolean closed;

  /**
   * @param threads executor on which calls start, those to one service one after the other, because
   *     a name lookup may be slow
   */
  public HttpCalls(Executor threads) {
    this.threads = threads;
  }

  /**
   * Completes with the status as soon as the head of the answer has been received. The body is read
   * only to reuse the connection, within {@code timeout} from now.
   *
   * @param timeout from now to the head of the answer. After it, the call fails with a {@link
   *     java.util.concurrent.TimeoutException}; a call that has not started by then is not made
   */
  public CompletionStage<Integer> status(HttpCall call, Duration timeout) {
    var answer = new Answer(0);
    run(call, timeout, answer);
    return answer.status();
  }

  /**
   * Completes with the whole answer.
   *
   * @param maxBytes a longer body counts as empty
   * @param timeout from now to the last byte of the answer. After it, the call fails with a {@link
   *     java.util.concurrent.TimeoutException}; a call that has not started by then is not made
   */
  public CompletionStage<Reply> reply(HttpCall call, int maxBytes, Duration timeout) {
    var answer = new Answer(maxBytes);
    run(call, timeout, answer);
    return answer.reply();
  }

  private void run(HttpCall call, Duration timeout, Answer answer) {
    CompletableFuture<Void> end = answer.end();
    end.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    turns
        .computeIfAbsent(
            call.uri().getAuthority(), service -> MoreExecutors.newSequentialExecutor(threads))
        .execute(() -> begin(call, answer, end));
  }

  private void begin(HttpCall call, Answer answer, CompletableFuture<Void> end) {
    if (end.isDone()) {
      return;
    }
    try {
      Future<Void> exchange = client().execute(producer(call), answer, answer.callback());
      end.exceptionally(failure -> breakOff(exchange));
    } catch (RuntimeException | Error e) {
      answer.failed(e);
    }
  }

  /** Aborts the exchange; its connection cannot be reused. */
  private static Void breakOff(Future<Void> exchange) {
    exchange.cancel(true);
    return null;
  }

  private static BasicRequestProducer producer(HttpCall call) {
    var request = new BasicHttpRequest(call.method(), call.uri());
    call.headers().forEach(request::setHeader);
    AsyncEntityProducer body =
        call.body().length == 0 ? null : new BasicAsyncEntityProducer(call.body(), null);
    return new BasicRequestProducer(request, body);
  }

  /**
   * Created on first use, because many flows make no calls. A client that has lost a thread by an
   * error is broken, so it is replaced.
   */
  synchronized CloseableHttpAsyncClient client() {
    if (closed) {
      throw new IllegalStateException("The server is shutting down.");
    }
    if (client != null && client.getStatus() != IOReactorStatus.ACTIVE) {
      LOG.log(Level.WARNING, "The HTTP client failed and is replaced.");
      client.close(CloseMode.IMMEDIATE);
      client = null;
    }
    if (client == null) {
      client = HttpClients.open();
    }
    return client;
  }

  /** Waits briefly for running calls, then aborts them. */
  @Override
  public synchronized void close() {
    closed = true;
    if (client == null) {
      return;
    }
    client.initiateShutdown();
    try {
      client.awaitShutdown(MOMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.close(CloseMode.IMMEDIATE);
  }
}
