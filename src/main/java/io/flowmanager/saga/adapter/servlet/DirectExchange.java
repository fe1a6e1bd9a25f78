// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.servlet;

import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.AnythingElseMapper;
import io.flowmanager.platform.rest.DirectCalls;
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
 */
record DirectExchange(HttpServletRequest request, HttpServletResponse response) {

  private static final Logger LOG = System.getLogger(DirectExchange.class.getName());
  private static final long NEVER = 0;

  void answerWith(DirectCalls.Call call) throws IOException {
    CompletableFuture<Reply> reply = replyOf(call).toCompletableFuture();
    if (reply.isDone()) {
      tell(reply.exceptionally(DirectExchange::failed).join());
      return;
    }
    AsyncContext async = request.startAsync(request, response);
    // Every call is answered; a server that gave up waiting could not take back what was done.
    async.setTimeout(NEVER);
    reply.exceptionally(DirectExchange::failed).thenAccept(made -> finish(async, made));
  }

  private CompletionStage<Reply> replyOf(DirectCalls.Call call) throws IOException {
    try {
      return call.answer(request.getHeader("Idempotency-Key"), request.getInputStream());
    } catch (ProblemException e) {
      return CompletableFuture.completedStage(Reply.problem(e.problem()));
    } catch (RuntimeException | Error e) {
      return CompletableFuture.completedStage(failed(e));
    }
  }

  private static Reply failed(Throwable failure) {
    return Reply.problem(AnythingElseMapper.unforeseen(failure));
  }

  private void finish(AsyncContext async, Reply reply) {
    try {
      tell(reply);
    } finally {
      async.complete();
    }
  }

  private void tell(Reply reply) {
    try {
      write(reply);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "A caller left before its answer: {0}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "An answer could not be written.", e);
    }
  }

  private void write(Reply reply) throws IOException {
    response.setStatus(reply.status());
    response.setContentType(reply.mediaType());
    response.setContentLength(reply.body().length);
    reply.retryAfterSeconds().ifPresent(seconds -> response.setIntHeader("Retry-After", seconds));
    response.getOutputStream().write(reply.body());
  }
}
