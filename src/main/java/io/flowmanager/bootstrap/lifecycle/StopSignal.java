// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/**
 * Receives the stop while the application is still complete. CDI's own event comes later: on Payara
 * no class can be loaded any more by then, and a stop that needs one fails. Servlets are destroyed
 * first, so a servlet without an address is registered, and its {@code destroy} begins the stop.
 * This listener also registers the {@link NotUpFilter} before all other filters, which only code
 * can do.
 */
@WebListener
public class StopSignal implements ServletContextListener {

  private static final boolean BEFORE_ALL_OTHERS = false;

  @Inject private Lifecycle lifecycle;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    context
        .addServlet("flow-manager-stop", new LastWord(() -> lifecycle.stop()))
        .setLoadOnStartup(1);
    FilterRegistration.Dynamic filter =
        context.addFilter("flow-manager-not-up", new NotUpFilter(() -> lifecycle.isRunning()));
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), BEFORE_ALL_OTHERS, "/*");
  }

  /** Serves no requests. */
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
