// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;

/** Tells requests about which JAX-RS would have nothing to decide from all others. */
final class PlainRequests {

  /** In lower case, without spaces. */
  private static final Set<String> JSON =
      Set.of("application/json", "application/json;charset=utf-8");

  private static final Set<String> ANYTHING_OR_JSON = Set.of("*/*", "application/json");

  private PlainRequests() {}

  /** JSON from a caller that takes JSON. */
  static boolean isPlain(HttpServletRequest request) {
    return isJson(request.getContentType())
        && takesJson(request.getHeaders("Accept"))
        && request.isAsyncSupported();
  }

  static boolean isJson(String contentType) {
    return contentType != null
        && (JSON.contains(contentType)
            || JSON.contains(contentType.toLowerCase(Locale.ROOT).replace(" ", "")));
  }

  private static boolean takesJson(Enumeration<String> accept) {
    return !accept.hasMoreElements()
        || ANYTHING_OR_JSON.contains(accept.nextElement()) && !accept.hasMoreElements();
  }

  /** The path below the context root, as it was sent. */
  static String path(HttpServletRequest request) {
    String uri = request.getRequestURI();
    String root = request.getContextPath();
    return uri.startsWith(root) ? uri.substring(root.length()) : uri;
  }
}
