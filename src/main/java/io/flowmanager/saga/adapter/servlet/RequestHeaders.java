// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.servlet;

import io.flowmanager.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the headers of a request before its body is read. */
final class RequestHeaders {

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
  private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "%1$s/%1$s(?:[ \t]*;[ \t]*(?:%1$s=(?:%1$s|%2$s))?)*+[ \t]*".formatted(TOKEN, QUOTED));
  private static final int MAX_SHOWN = 200;

  /** In lower case, without spaces. */
  private static final Set<String> JSON =
      Set.of("application/json", "application/json;charset=utf-8");

  private static final Set<String> ANYTHING_OR_JSON = Set.of("*/*", "application/json");

  private RequestHeaders() {}

  /** What is wrong, whichever endpoint the request is for. */
  static Optional<Problem> fault(HttpServletRequest request) {
    return doubled(request, "Idempotency-Key")
        .or(() -> doubled(request, "Content-Type"))
        .or(() -> contentType(request.getHeader("Content-Type")))
        .or(() -> contentEncoding(request.getHeaders("Content-Encoding")));
  }

  private static Optional<Problem> doubled(HttpServletRequest request, String name) {
    Enumeration<String> values = request.getHeaders(name);
    if (!values.hasMoreElements()) {
      return Optional.empty();
    }
    values.nextElement();
    return values.hasMoreElements()
        ? Optional.of(malformed(name, "There is more than one " + name + " header."))
        : Optional.empty();
  }

  private static Optional<Problem> contentType(String value) {
    return value == null || isJson(value) || MEDIA_TYPE.matcher(value).matches()
        ? Optional.empty()
        : Optional.of(
            malformed(
                "Content-Type",
                "The Content-Type \""
                    + shown(value)
                    + "\" is not a media type; use application/json."));
  }

  private static Optional<Problem> contentEncoding(Enumeration<String> values) {
    while (values.hasMoreElements()) {
      String value = values.nextElement().strip();
      if (!value.isEmpty() && !value.toLowerCase(Locale.ROOT).equals("identity")) {
        String detail =
            "The body must not be compressed, but its Content-Encoding is \""
                + shown(value)
                + "\".";
        return Optional.of(Problem.of(415, "Unsupported content encoding", detail));
      }
    }
    return Optional.empty();
  }

  private static Problem malformed(String header, String detail) {
    return Problem.of(400, "Malformed " + header, detail);
  }

  private static String shown(String value) {
    return value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "…" : value;
  }

  /** Whether the request needs no content negotiation: JSON, from a caller that accepts JSON. */
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
}
