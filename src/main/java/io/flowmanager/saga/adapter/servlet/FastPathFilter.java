// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.servlet;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.rest.FastPathEndpoints;
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
 * Refuses what no door takes, answers plain requests for {@link FastPathEndpoints} and lets
 * everything else pass on to JAX-RS, which knows the same paths. Since requests pass through that
 * are answered later, it has to support that even where it does nothing.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class FastPathFilter implements Filter {

  private static final Problem STOPPING =
      Problem.of(503, "Stopping", "The server is stopping. Nothing has happened; send it again.")
          .retryAfter(1);

  @Inject private FastPathEndpoints calls;
  @Inject private OpenExchanges exchanges;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var http = (HttpServletRequest) request;
    var exchange = new FastPathExchange(http, (HttpServletResponse) response, exchanges::end);
    if (!exchanges.begin()) {
      FastPathExchange.tell((HttpServletResponse) response, STOPPING);
      return;
    }
    Optional<Problem> fault = RequestHeaders.fault(http);
    if (fault.isPresent()) {
      exchange.refuse(fault.get());
      return;
    }
    Optional<FastPathEndpoints.Call> call = call(http);
    if (call.isPresent()) {
      exchange.answerWith(call.get());
    } else {
      passOn(http, response, chain);
    }
  }

  private void passOn(HttpServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var counted = new CountedExchange(request, exchanges::end);
    try {
      chain.doFilter(counted, response);
    } finally {
      counted.served();
    }
  }

  private Optional<FastPathEndpoints.Call> call(HttpServletRequest request) {
    return PlainRequests.isPlain(request)
        ? calls.at(PlainRequests.path(request))
        : Optional.empty();
  }
}
