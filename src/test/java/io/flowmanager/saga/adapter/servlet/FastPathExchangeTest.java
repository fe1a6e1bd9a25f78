// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.Endpoint;
import io.flowmanager.platform.rest.EndpointHandler;
import io.flowmanager.platform.rest.FastPath;
import io.flowmanager.platform.rest.Reply;
import jakarta.json.JsonValue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FastPathExchangeTest {

  private final ServletStandIn container = new ServletStandIn();
  private final AtomicInteger ends = new AtomicInteger();

  @Test
  void anAnswerIsWrittenWhenItIsThere() {
    var reply = new CompletableFuture<Reply>();
    answerWith((call, bodies) -> reply);
    assertThat(container.response).isEmpty();
    assertThat(container.completions()).isZero();
    assertThat(ends).hasValue(0);

    reply.complete(Reply.json(JsonValue.EMPTY_JSON_OBJECT));

    assertThat(container.body()).isEqualTo("{}");
    assertThat(container.response)
        .containsEntry("setStatus", 200)
        .containsEntry("setContentType", "application/json")
        .containsEntry("setContentLength", 2)
        .doesNotContainKey("setIntHeader");
    assertThat(container.completions()).isOne();
    assertThat(ends).hasValue(1);
  }

  @Test
  void aRefusalIsAProblemThatSaysWhenToComeBack() {
    answerWith(
        (call, bodies) -> {
          throw new ProblemException(Problem.of(503, "Busy", "Later.").retryAfter(7));
        });

    assertThat(container.body()).contains("\"title\":\"Busy\"");
    assertThat(container.response)
        .containsEntry("setStatus", 503)
        .containsEntry("setContentType", "application/problem+json")
        .containsEntry("setIntHeader", 7);
    assertThat(container.completions()).isZero();
  }

  @Test
  void whatNobodyForesawIsToldToTheLogOnly() {
    answerWith(
        (call, bodies) -> {
          throw new IllegalStateException("secret");
        });

    assertThat(container.response).containsEntry("setStatus", 500);
    assertThat(container.body()).contains("Internal error").doesNotContain("secret");
    assertThat(container.completions()).isZero();
  }

  @Test
  void aStageThatFailsIsAnswered() {
    answerWith((call, bodies) -> CompletableFuture.failedStage(new NoClassDefFoundError("secret")));

    assertThat(container.response).containsEntry("setStatus", 500);
    assertThat(container.body()).contains("Internal error").doesNotContain("secret");
    assertThat(container.completions()).isZero();
  }

  @Test
  void theRequestEndsEvenIfItsCallerHasGone() {
    container.goneCaller();
    var reply = new CompletableFuture<Reply>();
    answerWith((call, bodies) -> reply);

    reply.complete(Reply.json(JsonValue.EMPTY_JSON_OBJECT));

    assertThat(container.body()).isEmpty();
    assertThat(container.completions()).isOne();
    assertThat(ends).hasValue(1);
  }

  @Test
  void aCallerThatHasGoneBeforeItsAnswerIsThereIsNoFailure() {
    container.goneCaller();

    answerWith(
        (call, bodies) ->
            CompletableFuture.completedStage(Reply.json(JsonValue.EMPTY_JSON_OBJECT)));

    assertThat(container.body()).isEmpty();
    assertThat(ends).hasValue(1);
  }

  private void answerWith(EndpointHandler handler) {
    var bodies = new Bodies(10, new UntrustedJson(10));
    var address = new FastPath.Address(Endpoint.post("try", "/try", bodies, handler), "order");
    new FastPathExchange(
            container.asRequest(), container.asResponse(), address, ends::incrementAndGet)
        .answer();
  }
}
