// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.listener;

import io.flowmanager.launcher.ServerPhase;
import io.flowmanager.launcher.settings.HttpLimits;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpEvents;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Above the codec: passes on complete requests only, so that a slow one occupies no thread, and
 * answers those that the application must not get.
 */
final class RequestFilter extends BaseFilter {

  /**
   * A caller that sends more requests without reading its answers is disconnected at this many
   * unread bytes.
   */
  private static final int MAX_UNREAD_BYTES = 1024 * 1024;

  private final int maxBodyBytes;
  private final Supplier<ServerPhase> phase;

  RequestFilter(HttpLimits limits, Supplier<ServerPhase> phase) {
    maxBodyBytes = limits.maxBodyBytes();
    this.phase = phase;
  }

  @Override
  public NextAction handleRead(FilterChainContext context) {
    ClientConnection client = ClientConnection.of(context.getConnection());
    if (client == null
        || !(context.getMessage() instanceof HttpContent content)
        || !(content.getHttpHeader() instanceof HttpRequestPacket request)) {
      return context.getInvokeAction();
    }
    if (HttpContent.isBroken(content)) {
      client.dropBody();
      return context.getStopAction();
    }
    if (client.unreadBytes() > MAX_UNREAD_BYTES) {
      context.getConnection().terminateSilently();
      return context.getStopAction();
    }
    Optional<ListenerProblem> refusal = client.hasBody() ? Optional.empty() : refusal(request);
    if (refusal.isPresent()) {
      return refuse(context, request, refusal.get());
    }
    return content.isLast() && !client.hasBody()
        ? pass(context, client)
        : gather(context, client, content);
  }

  private Optional<ListenerProblem> refusal(HttpRequestPacket request) {
    ServerPhase now = phase.get();
    if (now != ServerPhase.RUNNING) {
      return Optional.of(ListenerProblem.notUp(now));
    }
    return request.getContentLength() > maxBodyBytes
        ? Optional.of(ListenerProblem.tooLarge(maxBodyBytes))
        : RequestHead.fault(request);
  }

  private static NextAction pass(FilterChainContext context, ClientConnection client) {
    return client.received() ? context.getInvokeAction() : context.getStopAction();
  }

  private NextAction gather(
      FilterChainContext context, ClientConnection client, HttpContent content) {
    var request = (HttpRequestPacket) content.getHttpHeader();
    PartialBody body = client.body();
    Buffer more = content.getContent();
    if (body.size() + more.remaining() > maxBodyBytes) {
      return refuse(context, request, ListenerProblem.tooLarge(maxBodyBytes));
    }
    if (!body.add(more)) {
      return refuse(context, request, ListenerProblem.busy());
    }
    if (content.isLast()) {
      context.setMessage(
          HttpContent.create(request, true, body.toBuffer(context.getMemoryManager())));
      client.dropBody();
      return pass(context, client);
    }
    acknowledge(context, request);
    return context.getStopAction();
  }

  /** 100 Continue, for those who wait for it. */
  private static void acknowledge(FilterChainContext context, HttpRequestPacket request) {
    if (request.requiresAcknowledgement()) {
      HttpResponsePacket response = request.getResponse();
      HttpStatus.CONINTUE_100.setValues(response);
      response.setAcknowledgement(true);
      context.write(response);
    }
  }

  private static NextAction refuse(
      FilterChainContext context, HttpRequestPacket request, ListenerProblem problem) {
    ClientConnection client = ClientConnection.of(context.getConnection());
    client.dropBody();
    if (!client.refused()) {
      return context.getStopAction();
    }
    if (hasNoEnd(request)) {
      context.write(Buffers.wrap(context.getMemoryManager(), problem.toHttp()));
      context.getConnection().closeSilently();
      return context.getStopAction();
    }
    HttpResponsePacket response = request.getResponse();
    response.setStatus(problem.status());
    response.setHeader("Connection", "close");
    context.write(ServerPages.problem(context, response, problem));
    context.notifyDownstream(HttpServerFilter.RESPONSE_COMPLETE_EVENT);
    return context.getStopAction();
  }

  /** Of such requests the codec would go on to read, or write their answers without a head. */
  private static boolean hasNoEnd(HttpRequestPacket request) {
    return Method.CONNECT.equals(request.getMethod())
        || Method.PRI.equals(request.getMethod())
        || request.getProtocol() == Protocol.HTTP_0_9
        || !request.isChunked() && request.containsHeader(Header.TransferEncoding);
  }

  @Override
  public NextAction handleWrite(FilterChainContext context) throws IOException {
    if (context.getMessage() instanceof HttpPacket packet
        && packet.getHttpHeader() instanceof HttpResponsePacket response) {
      if (phase.get() == ServerPhase.STOPPING && !response.isCommitted()) {
        response.setHeader("Connection", "close");
      }
      ServerPages.replace(context, packet, response);
    }
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
    if (event instanceof HttpEvents.IncomingHttpUpgradeEvent upgrade) {
      ignore(upgrade.getHttpHeader());
      return context.getStopAction();
    }
    ClientConnection client = ClientConnection.of(context.getConnection());
    if (client != null && event.type() == HttpServerFilter.RESPONSE_COMPLETE_EVENT.type()) {
      client.answered();
    }
    return context.getInvokeAction();
  }

  /** An offer of another protocol, as many clients make it with each request. */
  private static void ignore(HttpHeader offer) {
    offer.setIgnoreContentModifiers(false);
    offer.getUpgradeDC().recycle();
  }
}
