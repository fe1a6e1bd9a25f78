// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request that reports when it has been answered, also if it is answered asynchronously. Used by
 * one thread.
 */
final class CountedExchange extends HttpServletRequestWrapper {

  private final Runnable end;
  private boolean answeredLater;

  CountedExchange(HttpServletRequest request, Runnable end) {
    super(request);
    this.end = end;
  }

  /** To be called when the request has been served. */
  void served() {
    if (!answeredLater) {
      end.run();
    }
  }

  @Override
  public AsyncContext startAsync() {
    return counted(super.startAsync());
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return counted(super.startAsync(request, response));
  }

  private AsyncContext counted(AsyncContext context) {
    if (!answeredLater) {
      answeredLater = true;
      context.addListener(new EndOfAnswer(end));
    }
    return context;
  }

  /** An error or a time-out is completed as well. */
  private record EndOfAnswer(Runnable end) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      end.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // completed afterwards
    }

    @Override
    public void onError(AsyncEvent event) {
      // completed afterwards
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
