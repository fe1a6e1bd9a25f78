// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.servlet;

import io.flowmanager.platform.rest.DirectCalls;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers plain requests for {@link DirectCalls} and lets everything else pass on to JAX-RS, which
 * knows the same paths. Since requests pass through that are answered later, it has to support that
 * even where it does nothing.
 */
@WebFilter(
    urlPatterns = {"/saga", "/event", "/flows/*"},
    asyncSupported = true)
public class DirectDoorFilter implements Filter {

  @Inject private DirectCalls calls;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var http = (HttpServletRequest) request;
    Optional<DirectCalls.Call> call = call(http);
    if (call.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    new DirectExchange(http, (HttpServletResponse) response).answerWith(call.get());
  }

  private Optional<DirectCalls.Call> call(HttpServletRequest request) {
    return PlainRequests.isPlain(request)
        ? calls.at(PlainRequests.path(request))
        : Optional.empty();
  }
}
