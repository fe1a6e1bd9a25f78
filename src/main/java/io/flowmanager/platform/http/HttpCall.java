// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request.
 *
 * @param uri with scheme, host and path
 * @param headers by name; the body's length and the host are added. A name or value that HTTP does
 *     not allow, or a header of the connection, causes an {@link IllegalArgumentException}
 * @param body empty for none
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, byte[] body) {

  /** RFC 9110, section 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** RFC 9110, section 5.5: visible ASCII and Latin-1. */
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\xa0-\\xff]*");

  /** Headers of the connection and of the body's length; the client sets them. */
  private static final Set<String> OURS =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  public HttpCall {
    headers.forEach(HttpCall::check);
  }

  /**
   * @throws IllegalArgumentException if the header may not be sent; the message does not contain
   *     the value, which may be a secret
   */
  private static void check(String header, String value) {
    boolean allowed =
        TOKEN.matcher(header).matches()
            && VALUE.matcher(value).matches()
            && !OURS.contains(header.toLowerCase(Locale.ROOT));
    if (!allowed) {
      throw new IllegalArgumentException(
          "HTTP does not allow the header " + header + " or its value");
    }
  }
}
