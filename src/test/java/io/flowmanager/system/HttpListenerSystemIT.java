// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.RawHttp;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server's HTTP port, from before the application is up until it has stopped. */
class HttpListenerSystemIT {

  private static final int SLOW_CALLERS = 150;
  private static final String PROBLEM = "application/problem+json";
  private static final String READY =
      "GET /-/ready HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  private static final String POST =
      "POST /event HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

  @TempDir private Path folder;

  @Test
  void aCallerSeesAClosedPortOrASoundAnswerWhateverTheServerIsDoing() {
    FlowFolder flows = new FlowFolder(folder.resolve("flows")).with("a", FlowDocuments.small());
    var caller = new Caller();
    try (PackagedServer server = PackagedServer.in(folder).with(flows.settings("a"))) {
      var thread = new Thread(() -> caller.callAgainAndAgain(server.baseUri().getPort()), "caller");
      thread.start();
      server.start();

      slowCallersHoldUpNobody(server.baseUri().getPort());
      nothingShowsAPageOfTheServer(server.baseUri().getPort());

      assertThat(server.stop()).as("exit code").isZero();
    } finally {
      caller.leave();
    }
    assertThat(caller.seen)
        .contains("200 application/json", "503 " + PROBLEM + " retry after 1")
        .allMatch(
            answer ->
                answer.startsWith("200 application/json")
                    || answer.startsWith("503 " + PROBLEM + " retry after 1"));
  }

  private static void slowCallersHoldUpNobody(int port) {
    List<RawHttp> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW_CALLERS; i++) {
        slow.add(RawHttp.to(port).send(POST + "Content-Length: 500\r\n\r\n{"));
        slow.add(RawHttp.to(port).send("POST /event HT"));
        slow.add(RawHttp.to(port));
      }
      long begun = System.nanoTime();
      assertThat(RawHttp.ask(port, READY).status()).isEqualTo(200);
      assertThat(RawHttp.ask(port, POST + "Content-Length: 2\r\n\r\n{}").status()).isEqualTo(400);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
    } finally {
      slow.forEach(RawHttp::close);
    }
  }

  private static void nothingShowsAPageOfTheServer(int port) {
    Stream.of(
            "hello\r\n\r\n",
            "GET /sagas HTTP/1.1\r\n\r\n",
            "GET /sagas/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /sagas/%00 HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /sagas HTTP/1.1\r\nHost: a:b\r\n\r\n",
            "GET /sagas HTTP/1.1\r\nHost: a\r\nX: \u00fc\r\n\r\n",
            "GET /WEB-INF/web.xml HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /openapi/x HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /-/error HTTP/1.1\r\nHost: a\r\n\r\n",
            "TRACE /event HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
            POST + "Accept: ;;\r\nContent-Length: 2\r\n\r\n{}",
            POST + "Content-Length: 9999999999\r\n\r\n",
            POST + "Transfer-Encoding: chunked\r\n\r\n2;a=b\r\n{}\r\n0\r\n\r\n",
            POST.replace("POST", "DELETE") + "Content-Length: 2\r\n\r\n{}")
        .forEach(request -> answersWithAProblem(port, request));
  }

  private static void answersWithAProblem(int port, String request) {
    RawHttp.Answer answer = RawHttp.ask(port, request);
    assertThat(answer.status()).as(request).isGreaterThanOrEqualTo(400);
    assertThat(answer.header("Content-Type")).as(request).isEqualTo(PROBLEM);
    assertThat(answer.body())
        .contains("\"status\":" + answer.status())
        .doesNotContainPattern(MalformedRequestScenario.INSIDE);
  }

  /** Takes a closed port or connection as it is, and notes every answer. */
  private static final class Caller {

    private static final Duration BETWEEN_CALLS = Duration.ofMillis(20);

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean goesOn = new AtomicBoolean(true);

    void callAgainAndAgain(int port) {
      while (goesOn.get()) {
        try {
          note(RawHttp.ask(port, READY));
        } catch (UncheckedIOException closed) {
          assertThat(closed).hasCauseInstanceOf(SocketException.class);
        }
        LockSupport.parkNanos(BETWEEN_CALLS.toNanos());
      }
    }

    private void note(RawHttp.Answer answer) {
      if (answer.status() != 0) {
        String later = answer.header("Retry-After");
        String again = later.isEmpty() ? "" : " retry after " + later;
        seen.add(answer.status() + " " + answer.header("Content-Type") + again);
      }
    }

    void leave() {
      goesOn.set(false);
    }
  }
}
