// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.servlet;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.AnythingElseMapper;
import io.flowmanager.platform.rest.EndpointCall;
import io.flowmanager.platform.rest.FastPath;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.platform.rest.Way;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A request on the fast path and its answer. An answer that is complete at once is written at once;
 * any other is written by the thread that completes it.
 *
 * @param end is run once the answer has been written
 */
record FastPathExchange(
    HttpServletRequest request,
    HttpServletResponse response,
    FastPath.Address address,
    Runnable end)
    implements EndpointCall {

  private static final Logger LOG = System.getLogger(FastPathExchange.class.getName());
  private static final long NEVER = 0;

  void answer() {
    CompletableFuture<Reply> reply = reply().toCompletableFuture();
    if (reply.isDone()) {
      tellNow(reply.exceptionally(FastPathExchange::failed).join());
      return;
    }
    AsyncContext async = request.startAsync(request, response);
    // Every call is answered. A timeout of the server could not undo what was done.
    async.setTimeout(NEVER);
    reply.exceptionally(FastPathExchange::failed).thenAccept(made -> finish(async, made));
  }

  private void tellNow(Reply reply) {
    try {
      tell(response, reply);
    } finally {
      end.run();
    }
  }

  private CompletionStage<Reply> reply() {
    try {
      return address.endpoint().answer(this);
    } catch (ProblemException e) {
      return CompletableFuture.completedStage(Reply.problem(e.problem()));
    } catch (RuntimeException | Error e) {
      return CompletableFuture.completedStage(failed(e));
    }
  }

  @Override
  public Way way() {
    return Way.FAST_PATH;
  }

  @Override
  public String flow() {
    return address.flow();
  }

  @Override
  public String idempotencyKey() {
    return request.getHeader("Idempotency-Key");
  }

  @Override
  public String commandId() {
    return request.getHeader("X-Command-Id");
  }

  @Override
  public InputStream body() {
    try {
      return request.getInputStream();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "A caller disconnected before the end of its body: {0}", e.getMessage());
      throw new ProblemException(Problem.of(400, "Incomplete body", "The body ended too early."));
    }
  }

  private static Reply failed(Throwable failure) {
    return Reply.problem(AnythingElseMapper.unforeseen(failure));
  }

  private void finish(AsyncContext async, Reply reply) {
    try {
      tell(response, reply);
    } finally {
      async.complete();
      end.run();
    }
  }

  /** Writes the problem as the answer. */
  static void tell(HttpServletResponse response, Problem problem) {
    tell(response, Reply.problem(problem));
  }

  private static void tell(HttpServletResponse response, Reply reply) {
    try {
      write(response, reply);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "A caller disconnected before its answer: {0}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "An answer could not be written.", e);
    }
  }

  private static void write(HttpServletResponse response, Reply reply) throws IOException {
    response.setStatus(reply.status());
    response.setContentType(reply.mediaType());
    response.setContentLength(reply.body().length);
    reply.retryAfterSeconds().ifPresent(seconds -> response.setIntHeader("Retry-After", seconds));
    response.getOutputStream().write(reply.body());
  }
}
