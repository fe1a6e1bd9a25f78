// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.servlet;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.rest.FastPath;
import io.flowmanager.platform.rest.OpenExchanges;
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
 * Refuses requests whose headers no endpoint accepts, answers plain requests on the {@link
 * FastPath} and passes all others on to JAX-RS, which calls the same endpoints. Asynchronous
 * requests pass through this filter, so it has to support them.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class FastPathFilter implements Filter {

  private static final Problem STOPPING =
      Problem.of(
              503,
              "Stopping",
              "The server is stopping. Nothing has changed; send the request again.")
          .retryAfter(1);

  @Inject private FastPath fastPath;
  @Inject private OpenExchanges exchanges;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!exchanges.begin()) {
      FastPathExchange.tell((HttpServletResponse) response, STOPPING);
      return;
    }
    serve((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Problem> fault = RequestHeaders.fault(request);
    if (fault.isPresent()) {
      refuse(response, fault.get());
      return;
    }
    Optional<FastPath.Address> address = address(request);
    if (address.isPresent()) {
      new FastPathExchange(request, response, address.get(), exchanges::end).answer();
    } else {
      passOn(request, response, chain);
    }
  }

  private void refuse(HttpServletResponse response, Problem problem) {
    try {
      FastPathExchange.tell(response, problem);
    } finally {
      exchanges.end();
    }
  }

  private void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var counted = new CountedExchange(request, exchanges::end);
    try {
      chain.doFilter(counted, response);
    } finally {
      counted.served();
    }
  }

  private Optional<FastPath.Address> address(HttpServletRequest request) {
    return RequestHeaders.isPlain(request)
        ? fastPath.at(request.getMethod(), path(request))
        : Optional.empty();
  }

  /** Below the context root, as it was sent. */
  static String path(HttpServletRequest request) {
    String uri = request.getRequestURI();
    String root = request.getContextPath();
    return uri.startsWith(root) ? uri.substring(root.length()) : uri;
  }
}
