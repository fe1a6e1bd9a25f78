// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.flowmanager.launcher.ServerPhase;
import io.flowmanager.launcher.settings.HttpLimits;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.server.RawHttp;
import io.flowmanager.testing.server.RawHttp.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerAddOnTest {

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final int MAX_BODY = 2000;
  private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\n";

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private TestListener listener(int maxConnections, Duration requestTimeout) {
    var listener = new TestListener(new HttpLimits(maxConnections, requestTimeout, MAX_BODY));
    open.add(0, listener);
    return listener;
  }

  private RawHttp connect(TestListener listener) {
    RawHttp connection = RawHttp.to(listener.port());
    open.add(connection);
    return connection;
  }

  @Test
  void bodiesThatComeSlowlyHoldNoThread() {
    TestListener listener = listener(1000, LONG);
    List<RawHttp> slow = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      slow.add(connect(listener).send(POST + "Content-Length: 3\r\n\r\na"));
      slow.add(connect(listener).send(POST + "Transfer-Encoding: chunked\r\n\r\n3\r\na"));
      connect(listener).send("POST / HT");
      connect(listener);
    }

    assertThat(RawHttp.ask(listener.port(), GET).body()).isEqualTo("GET 0");

    slow.get(0).send("bc");
    assertThat(slow.get(0).answer().body()).isEqualTo("POST 3");
    slow.get(1).send("bc\r\n0\r\n\r\n");
    assertThat(slow.get(1).answer().body()).isEqualTo("POST 3");
  }

  @ParameterizedTest
  @CsvSource({"POST / HT", "'POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 3\\r\\n\\r\\na'"})
  void aRequestThatTakesTooLongIsTold(String begun) {
    TestListener listener = listener(1000, Duration.ofMillis(1));

    Answer answer = connect(listener).send(begun.translateEscapes()).answer();

    assertProblem(answer, 408, "within PT0.001S");
  }

  @Test
  void answersThatNobodyTakesHoldNoThread() {
    TestListener listener = listener(1000, LONG);
    for (int i = 0; i < 5; i++) {
      connect(listener).send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n".repeat(10));
    }

    assertThat(RawHttp.ask(listener.port(), GET).body()).isEqualTo("GET 0");
  }

  @Test
  void whoDoesNotTakeHisAnswerIsLeft() {
    TestListener listener = listener(1000, Duration.ofSeconds(1));
    RawHttp connection = connect(listener).send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");

    Await.until("the end of the connection", Duration.ofSeconds(20), connection::isCutOff);
  }

  @Test
  void thereIsAlwaysRoomForANewConnection() {
    TestListener listener = listener(10, LONG);
    RawHttp first = connect(listener);
    assertThat(first.send(GET).answer().status()).isEqualTo(200);
    for (int i = 0; i < 30; i++) {
      connect(listener).send("POST / HT");
    }

    assertThat(RawHttp.ask(listener.port(), GET).body()).isEqualTo("GET 0");
    assertThat(first.answer().head()).as("the one that waited longest is closed").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"STARTING,Starting", "STOPPING,Stopping"})
  void untilTheServerIsUpAndOnceItStopsAnAnswerSaysToComeBack(ServerPhase phase, String title) {
    TestListener listener = listener(1000, LONG);
    listener.enter(phase);

    Answer answer = RawHttp.ask(listener.port(), GET);

    assertProblem(answer, 503, title);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.header("Connection")).isEqualTo("close");
    listener.enter(ServerPhase.RUNNING);
    assertThat(RawHttp.ask(listener.port(), GET).body()).isEqualTo("GET 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello\\r\\n\\r\\n | 400 | request line",
        "GET / HTTP/1.1\\r\\n\\r\\n | 400 | Host",
        "GET /%zz HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 400 | hexadecimal",
        "GET /?a=% HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 400 | hexadecimal",
        "GET a HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 400 | slash",
        "GET / HTTP/1.1\\r\\nHost: a:b\\r\\n\\r\\n | 400 | Host",
        "GET / HTTP/2.0\\r\\nHost: a\\r\\n\\r\\n | 505 | HTTP/1.1",
        "GET /\\r\\n\\r\\n | 505 | HTTP/1.1",
        "PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n | 505 | HTTP/1.1",
        "CONNECT a:1 HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 405 | proxy",
        "POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: x\\r\\n\\r\\n | 400 | malformed",
        "POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 9999\\r\\n\\r\\n | 413 | 2000",
        "POST / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\n | 501 | gzip",
        "POST / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n | 400 | chunk",
        "GET /page HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 404 | /page"
      })
  void whatIsNoRequestIsAnsweredWithAProblem(String request, int status, String word) {
    assertProblem(
        RawHttp.ask(listener(1000, LONG).port(), request.strip().translateEscapes()),
        status,
        word.strip());
  }

  @Test
  void aHeaderThatIsTooLongIsAProblemToo() {
    TestListener listener = listener(1000, LONG);
    String much = "a".repeat(20_000);

    assertProblem(
        RawHttp.ask(listener.port(), "GET /" + much + " HTTP/1.1\r\nHost: a\r\n\r\n"), 414, "line");
    assertProblem(
        RawHttp.ask(listener.port(), "GET / HTTP/1.1\r\nHost: a\r\nX: " + much + "\r\n\r\n"),
        431,
        "header");
  }

  @Test
  void aChunkedBodyThatGrowsTooLargeIsRefused() {
    RawHttp connection = connect(listener(1000, LONG));
    connection.send(POST + "Transfer-Encoding: chunked\r\n\r\n");
    connection.send("3e8\r\n" + "a".repeat(1000) + "\r\n7d0\r\n" + "a".repeat(2000) + "\r\n");

    assertProblem(connection.answer(), 413, "2000 bytes");
  }

  @Test
  void whoWaitsForAContinueGetsOne() {
    RawHttp connection = connect(listener(1000, LONG));
    connection.send(POST + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    assertThat(connection.answer().status()).isEqualTo(100);

    connection.send("ab");

    assertThat(connection.answer().body()).isEqualTo("POST 2");
  }

  @Test
  void anOfferOfAnotherProtocolIsIgnored() {
    RawHttp connection = connect(listener(1000, LONG));
    String offer =
        POST
            + "Content-Length: 2\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
            + "HTTP2-Settings: AAEAAEAAAAIAAAAAAAMAAAAAAAQBAAAAAAUAAEAAAAYABgAA\r\n\r\n";

    assertThat(connection.send(offer + "ab").answer().body()).isEqualTo("POST 2");
    assertThat(connection.send(offer + "ab").answer().body()).isEqualTo("POST 2");
  }

  @Test
  void requestsOfOneConnectionAreAnsweredInTurn() {
    RawHttp connection = connect(listener(1000, LONG));

    connection.send(GET + POST + "Content-Length: 2\r\n\r\na");

    assertThat(connection.answer().body()).isEqualTo("GET 0");
    assertThat(connection.send("b" + GET).answer().body()).isEqualTo("POST 2");
    assertThat(connection.answer().body()).isEqualTo("GET 0");
  }

  private static void assertProblem(Answer answer, int status, String word) {
    if (answer.status() != status) {
      fail("expected %s, but got %s %s", status, answer.head(), answer.body());
    }
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status, word).doesNotContain("<html");
  }
}
