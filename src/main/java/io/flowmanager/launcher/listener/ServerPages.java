// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.listener;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;

/** Puts a problem in the place of an error page of the server, or of an error without any body. */
final class ServerPages {

  private static final int FIRST_ERROR = 400;

  private static final Attribute<Boolean> REPLACED =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("flow-manager.page-replaced");

  private ServerPages() {}

  static void replace(FilterChainContext context, HttpPacket packet, HttpResponsePacket response) {
    if (response.isCommitted()) {
      dropRest(context, packet, response);
      return;
    }
    if (isPage(packet, response)) {
      REPLACED.set(response.getRequest(), true);
      HttpStatus.getHttpStatus(response.getStatus()).setValues(response);
      context.setMessage(problem(context, response, PageProblems.of(response)));
    }
  }

  private static boolean isPage(HttpPacket packet, HttpResponsePacket response) {
    if (response.getStatus() < FIRST_ERROR) {
      return false;
    }
    String type = response.getContentType();
    boolean isEmpty =
        packet instanceof HttpContent content
            && content.isLast()
            && !content.getContent().hasRemaining()
            && response.getContentLength() <= 0;
    return type == null || type.startsWith("text/html") || isEmpty && !isHead(response);
  }

  /** What comes of a page after the problem is left out. */
  private static void dropRest(
      FilterChainContext context, HttpPacket packet, HttpResponsePacket response) {
    if (packet instanceof HttpContent content && REPLACED.get(response.getRequest()) != null) {
      context.setMessage(HttpContent.create(response, content.isLast(), Buffers.EMPTY_BUFFER));
    }
  }

  /** The problem as the whole answer; status and reason stand already. */
  static HttpContent problem(
      FilterChainContext context, HttpResponsePacket response, ListenerProblem problem) {
    byte[] body = problem.body();
    response.setCharacterEncoding(null);
    response.setContentType(ListenerProblem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.setContentLanguage(null);
    response.getHeaders().removeHeader("Content-Language");
    if (problem.isTemporary()) {
      response.setHeader("Retry-After", problem.retryAfterSeconds());
    }
    Buffer content =
        isHead(response) ? Buffers.EMPTY_BUFFER : Buffers.wrap(context.getMemoryManager(), body);
    return HttpContent.create(response, true, content);
  }

  private static boolean isHead(HttpResponsePacket response) {
    return Method.HEAD.equals(response.getRequest().getMethod());
  }
}
