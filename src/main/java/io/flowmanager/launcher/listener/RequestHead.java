// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.listener;

import java.util.Optional;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.http.util.Header;

/** Checks for request heads that the codec accepts but that make the server fail. */
final class RequestHead {

  private RequestHead() {}

  static Optional<ListenerProblem> fault(HttpRequestPacket request) {
    Protocol protocol = request.getProtocol();
    if (protocol != Protocol.HTTP_1_1 && protocol != Protocol.HTTP_1_0) {
      return Optional.of(ListenerProblem.wrongVersion());
    }
    if (Method.CONNECT.equals(request.getMethod())) {
      return Optional.of(ListenerProblem.wrongMethod("CONNECT"));
    }
    String encoding = request.getHeader(Header.TransferEncoding);
    if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
      return Optional.of(ListenerProblem.unknownTransferEncoding(encoding));
    }
    DataChunk path = request.getRequestURIRef().getRequestURIBC();
    if (!path.startsWith("/", 0) && !isAsterisk(path)) {
      return bad("The request target must be a path that begins with a slash.");
    }
    if (!isEncoded(path) || !isEncoded(request.getQueryStringDC())) {
      return bad(
          "The request target is malformed: it has ASCII characters only, and each % is followed"
              + " by two hexadecimal digits.");
    }
    return isHost(request.getHeader(Header.Host))
        ? Optional.empty()
        : bad("The Host header must be a name or an address, and may have a port.");
  }

  private static Optional<ListenerProblem> bad(String detail) {
    return Optional.of(ListenerProblem.badRequest(detail));
  }

  private static boolean isAsterisk(DataChunk path) {
    return path.getLength() == 1 && path.startsWith("*", 0);
  }

  private static boolean isEncoded(DataChunk chunk) {
    if (chunk.isNull()) {
      return true;
    }
    String text = chunk.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '%' && !isEscape(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEscape(String text, int percent) {
    return percent + 2 < text.length()
        && Character.digit(text.charAt(percent + 1), 16) >= 0
        && Character.digit(text.charAt(percent + 2), 16) >= 0;
  }

  private static boolean isHost(String host) {
    if (host == null) {
      return true;
    }
    int port = host.indexOf(':', host.lastIndexOf(']') + 1);
    String name = port < 0 ? host : host.substring(0, port);
    return name.chars().noneMatch(c -> c <= ' ' || c >= 0x7f || "/?#@\\".indexOf(c) >= 0)
        && (port < 0 || host.substring(port + 1).chars().allMatch(c -> c >= '0' && c <= '9'));
  }
}
