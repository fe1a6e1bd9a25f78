// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.http;

import io.flowmanager.platform.http.BriefRetries;
import io.flowmanager.platform.http.HttpCalls;
import io.flowmanager.platform.http.RetriesWithoutServer;
import io.flowmanager.platform.http.RetryPolicy;
import io.flowmanager.saga.domain.flow.ConfigValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * A service that answers what it is told, byte by byte, and keeps the requests as they arrived: a
 * library would tidy both.
 */
final class DocumentServer implements AutoCloseable {

  static final int RETRIES = 1;

  private static final Duration LONG = Duration.ofSeconds(20);

  /** A request with its head as one text. */
  record Received(String head, String body) {

    String line() {
      return head.substring(0, head.indexOf("\r\n"));
    }

    List<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .toList();
    }
  }

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Received> requests = new CopyOnWriteArrayList<>();
  private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
  private final HttpCalls http = new HttpCalls(Runnable::run);

  DocumentServer() throws IOException {
    begin(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** In the order of their arrival. */
  List<Received> requests() {
    return requests;
  }

  Received last() {
    return requests.get(requests.size() - 1);
  }

  /** The next request is answered so; one for which nothing is left gets no answer. */
  DocumentServer answers(String status, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    String head = "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + length;
    return answersRaw(head + "\r\n\r\n" + body);
  }

  /** The connection is closed after it. */
  DocumentServer answersRaw(String text) {
    answers.add(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  ServiceAccess access(Function<ConfigValue, String> secrets) {
    return access(LONG, 100, secrets);
  }

  ServiceAccess access(
      Duration timeout, int failuresToOpen, Function<ConfigValue, String> secrets) {
    var policy =
        new RetryPolicy(timeout, RETRIES, BriefRetries.DELAY, failuresToOpen, Duration.ofHours(1));
    return new ServiceAccess(
        http, policy, new RetriesWithoutServer(RETRIES), Runnable::run, secrets);
  }

  private static void begin(Runnable work) {
    var thread = new Thread(work, "document-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket caller = listener.accept();
        begin(() -> serve(caller));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      requests.add(read(caller.getInputStream()));
      caller.getOutputStream().write(answers.take());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Received read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.read());
    }
    var request = new Received(head.toString(), "");
    int length = request.header("Content-Length").stream().mapToInt(Integer::parseInt).sum();
    return new Received(request.head(), new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    http.close();
    listener.close();
  }
}
