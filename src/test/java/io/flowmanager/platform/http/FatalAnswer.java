// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** An answer that the client's thread does not survive. */
final class FatalAnswer implements AsyncResponseConsumer<Void> {

  @Override
  public void consumeResponse(
      HttpResponse head, EntityDetails entity, HttpContext context, FutureCallback<Void> callback) {
    throw new NoClassDefFoundError("on purpose");
  }

  @Override
  public void informationResponse(HttpResponse head, HttpContext context) {}

  @Override
  public void failed(Exception cause) {}

  @Override
  public void updateCapacity(CapacityChannel channel) {}

  @Override
  public void consume(ByteBuffer part) {}

  @Override
  public void streamEnd(List<? extends Header> trailers) {}

  @Override
  public void releaseResources() {}
}
