// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.servlet;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.AnythingElseMapper;
import io.flowmanager.platform.rest.FastPathEndpoints;
import io.flowmanager.platform.rest.Reply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A request and its answer. One that is there at once is written at once; any other when it is
 * there, on the thread that makes it.
 *
 * @param end is run once the answer has been written
 */
record FastPathExchange(HttpServletRequest request, HttpServletResponse response, Runnable end) {

  private static final Logger LOG = System.getLogger(FastPathExchange.class.getName());
  private static final long NEVER = 0;

  void answerWith(FastPathEndpoints.Call call) {
    CompletableFuture<Reply> reply = replyOf(call).toCompletableFuture();
    if (reply.isDone()) {
      tellNow(reply.exceptionally(FastPathExchange::failed).join());
      return;
    }
    AsyncContext async = request.startAsync(request, response);
    // Every call is answered; a server that gave up waiting could not take back what was done.
    async.setTimeout(NEVER);
    reply.exceptionally(FastPathExchange::failed).thenAccept(made -> finish(async, made));
  }

  void refuse(Problem problem) {
    tellNow(Reply.problem(problem));
  }

  private void tellNow(Reply reply) {
    try {
      tell(response, reply);
    } finally {
      end.run();
    }
  }

  private CompletionStage<Reply> replyOf(FastPathEndpoints.Call call) {
    try {
      return call.answer(request.getHeader("Idempotency-Key"), request.getInputStream());
    } catch (ProblemException e) {
      return CompletableFuture.completedStage(Reply.problem(e.problem()));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "A caller left before its body: {0}", e.getMessage());
      return CompletableFuture.completedStage(
          Reply.problem(Problem.of(400, "Incomplete body", "The body ended before its time.")));
    } catch (RuntimeException | Error e) {
      return CompletableFuture.completedStage(failed(e));
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
      LOG.log(Level.DEBUG, "A caller left before its answer: {0}", e.getMessage());
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
