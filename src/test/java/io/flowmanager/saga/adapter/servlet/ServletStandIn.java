// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A servlet container, as far as the fast path sees it. */
final class ServletStandIn {

  final Map<String, Object> request =
      new TreeMap<>(
          Map.of(
              "getMethod", "POST",
              "getContentType", "application/json",
              "getRequestURI", "/saga",
              "getContextPath", "",
              "isAsyncSupported", true));

  final Map<String, Object> response = new TreeMap<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Map<String, List<String>> headers = new TreeMap<>();
  private boolean gone;
  private int completions;

  ServletStandIn with(String method, Object answer) {
    request.put(method, answer);
    return this;
  }

  ServletStandIn accepting(String... types) {
    return sending("Accept", types);
  }

  ServletStandIn sending(String header, String... values) {
    headers.put(header, List.of(values));
    return this;
  }

  /** The caller leaves before its answer. */
  ServletStandIn goneCaller() {
    gone = true;
    return this;
  }

  String body() {
    return written.toString(StandardCharsets.UTF_8);
  }

  int completions() {
    return completions;
  }

  private List<String> values(Object header) {
    return headers.getOrDefault((String) header, List.of());
  }

  HttpServletRequest asRequest() {
    return proxy(
        HttpServletRequest.class,
        (name, arguments) ->
            switch (name) {
              case "getHeaders" -> Collections.enumeration(values(arguments[0]));
              case "getHeader" -> values(arguments[0]).stream().findFirst().orElse(null);
              case "startAsync" -> proxy(AsyncContext.class, this::async);
              default -> request.get(name);
            });
  }

  HttpServletResponse asResponse() {
    return proxy(
        HttpServletResponse.class,
        (name, arguments) -> {
          if (name.equals("getOutputStream")) {
            return new Output();
          }
          response.put(name, arguments[arguments.length - 1]);
          return null;
        });
  }

  private Object async(String name, Object... arguments) {
    if (name.equals("complete")) {
      completions++;
    }
    return null;
  }

  private interface Behaviour {
    Object answer(String method, Object... arguments);
  }

  private static <T> T proxy(Class<T> type, Behaviour behaviour) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> behaviour.answer(method.getName(), arguments)));
  }

  private final class Output extends ServletOutputStream {

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("Nobody should listen here.");
    }

    @Override
    public void write(int b) throws IOException {
      if (gone) {
        throw new IOException("The caller has gone.");
      }
      written.write(b);
    }
  }
}
