// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.listener;

import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpRequestPacket;

/** Is notified of requests that the codec cannot parse, just before the codec answers them. */
final class CodecErrors extends HttpProbe.Adapter {

  @Override
  @SuppressWarnings("rawtypes")
  public void onErrorEvent(Connection connection, HttpPacket packet, Throwable error) {
    ClientConnection client = ClientConnection.of(connection);
    if (client != null
        && packet.getHttpHeader() instanceof HttpRequestPacket request
        && !request.getResponse().isCommitted()) {
      client.refuse(UnreadableRequests.problem(request, error));
    }
  }
}
