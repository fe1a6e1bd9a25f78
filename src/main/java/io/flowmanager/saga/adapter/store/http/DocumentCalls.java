// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.http;

import io.flowmanager.platform.http.HttpCall;
import io.flowmanager.platform.http.NoAnswerException;
import io.flowmanager.platform.http.Reply;
import io.flowmanager.platform.http.Upstream;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.flow.ConfigValue;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Calls one service, and waits for its answers. */
final class DocumentCalls {

  private static final String JSON = "application/json";
  private static final byte[] NOTHING = {};

  /** For the server's threads, on which further attempts are made. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final Upstream service;
  private final Map<String, ConfigValue> headers;
  private final Function<ConfigValue, String> secrets;
  private final Duration longest;

  /**
   * @param base scheme, host and port
   */
  DocumentCalls(URI base, Map<String, ConfigValue> headers, ServiceAccess access) {
    this.service =
        new Upstream(base, access.http(), access.policy(), access.threads(), access.retries());
    this.headers = headers;
    this.secrets = access.secrets();
    this.longest = access.policy().longestCall().plus(MARGIN);
  }

  /**
   * The last reply, whatever its status.
   *
   * @throws StoreUnavailableException when there was none
   */
  DocumentReply send(DocumentCall call) {
    try {
      Reply reply =
          service
              .call(request(call))
              .toCompletableFuture()
              .get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return new DocumentReply(call.place(), reply);
    } catch (ExecutionException e) {
      throw unanswered(call, e.getCause());
    } catch (TimeoutException e) {
      throw failure(call, "did not end within " + longest + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(call, "was interrupted.", e);
    } catch (RuntimeException e) {
      throw failure(call, "was not made: " + reason(e), e);
    }
  }

  private HttpCall request(DocumentCall call) {
    Map<String, String> sent = new LinkedHashMap<>();
    sent.put("Accept", JSON);
    call.body().ifPresent(body -> sent.put("Content-Type", JSON));
    headers.forEach((name, value) -> set(sent, name, secrets.apply(value)));
    return new HttpCall(
        call.method(), call.uri(), sent, call.body().map(JsonText::bytes).orElse(NOTHING));
  }

  /** Names of headers do not care for case. */
  private static void set(Map<String, String> headers, String name, String value) {
    headers.keySet().removeIf(name::equalsIgnoreCase);
    headers.put(name, value);
  }

  private static StoreUnavailableException unanswered(DocumentCall call, Throwable cause) {
    return cause instanceof NoAnswerException
        ? failure(call, "has no answer: " + cause.getMessage(), cause)
        : failure(call, "failed: " + cause.getClass().getSimpleName() + ".", cause);
  }

  /** Messages of other exceptions may have a part of the address or of a header. */
  private static String reason(RuntimeException e) {
    boolean isOurs = e instanceof IllegalArgumentException || e instanceof UncheckedIOException;
    return isOurs ? e.getMessage() : e.getClass().getSimpleName() + ".";
  }

  private static StoreUnavailableException failure(
      DocumentCall call, String what, Throwable cause) {
    return new StoreUnavailableException(call.place() + " " + what, cause);
  }
}
