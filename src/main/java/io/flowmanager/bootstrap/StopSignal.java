// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import jakarta.inject.Inject;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebListener;

/**
 * Hears of a stop while the application still has all it needs. CDI's own event comes later: on
 * Payara no class can be loaded any more by then, and a stop that needs one breaks off. Servlets
 * are destroyed first of all, so one without an address is there for the sake of its end.
 */
@WebListener
public class StopSignal implements ServletContextListener {

  @Inject private Lifecycle lifecycle;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    var servlet = new LastWord(() -> lifecycle.stop());
    event.getServletContext().addServlet("flow-manager-stop", servlet).setLoadOnStartup(1);
  }

  /** Serves nobody. */
  private static final class LastWord extends GenericServlet {

    private static final long serialVersionUID = 1L;

    private final transient Runnable stop;

    LastWord(Runnable stop) {
      this.stop = stop;
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) {
      throw new UnsupportedOperationException("This servlet has no address.");
    }

    @Override
    public void destroy() {
      stop.run();
    }
  }
}
