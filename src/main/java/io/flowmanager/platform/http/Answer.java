// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Receives an answer. It keeps at most the allowed size of the body, so that no service can exhaust
 * the memory.
 */
final class Answer implements AsyncResponseConsumer<Void> {

  private static final byte[] NOTHING = {};

  private final int maxBytes;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private long length;
  private FutureCallback<Void> ended;

  Answer(int maxBytes) {
    this.maxBytes = maxBytes;
    end.whenComplete(
        (done, failure) -> {
          if (failure != null) {
            status.completeExceptionally(failure);
          }
        });
  }

  /** Completes when the head has been received. */
  CompletionStage<Integer> status() {
    return status;
  }

  /** Completes when the whole answer has been received. */
  CompletionStage<Reply> reply() {
    return end.thenApply(done -> new Reply(status.join(), isKept() ? body.toByteArray() : NOTHING));
  }

  /** The end of the exchange; completing it early aborts the exchange. */
  CompletableFuture<Void> end() {
    return end;
  }

  private boolean isKept() {
    return length <= maxBytes;
  }

  @Override
  public void consumeResponse(
      HttpResponse head, EntityDetails entity, HttpContext context, FutureCallback<Void> callback) {
    ended = callback;
    status.complete(head.getCode());
    if (entity == null) {
      callback.completed(null);
    }
  }

  @Override
  public void informationResponse(HttpResponse head, HttpContext context) {}

  @Override
  public void updateCapacity(CapacityChannel channel) throws IOException {
    channel.update(Integer.MAX_VALUE);
  }

  @Override
  public void consume(ByteBuffer part) {
    length += part.remaining();
    if (isKept()) {
      byte[] next = new byte[part.remaining()];
      part.get(next);
      body.writeBytes(next);
    } else {
      part.position(part.limit());
    }
  }

  @Override
  public void streamEnd(List<? extends Header> trailers) {
    ended.completed(null);
  }

  @Override
  public void failed(Exception cause) {
    failed((Throwable) cause);
  }

  void failed(Throwable cause) {
    end.completeExceptionally(cause);
  }

  @Override
  public void releaseResources() {}

  /** The callback for the exchange as a whole. */
  FutureCallback<Void> callback() {
    return new FutureCallback<>() {
      @Override
      public void completed(Void nothing) {
        end.complete(null);
      }

      @Override
      public void failed(Exception cause) {
        Answer.this.failed(cause);
      }

      @Override
      public void cancelled() {
        end.cancel(true);
      }
    };
  }
}
