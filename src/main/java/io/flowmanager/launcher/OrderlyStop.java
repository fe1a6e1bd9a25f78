// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stops the server before the process begins to end. The hooks that Payara leaves this to run all
 * at once: one of them stops the application while another one already deletes its classes, and
 * what the application still has to write down is lost. So SIGTERM and Ctrl-C are answered here.
 */
final class OrderlyStop {

  private static final List<String> SIGNALS = List.of("TERM", "INT");

  /**
   * The application says so when it has ended all that it took in ({@code bootstrap.Lifecycle}).
   */
  private static final String COMPLETE = "flow-manager.stop.complete";

  private final PayaraMicroBoot server;
  private final AtomicBoolean begun = new AtomicBoolean();

  private final Duration limit;

  private OrderlyStop(PayaraMicroBoot server, Duration limit) {
    this.server = server;
    this.limit = limit;
  }

  /** Where the platform has no such signals, Payara's own hooks do what they can. */
  static void install(PayaraMicroBoot server, Duration limit) {
    var stop = new OrderlyStop(server, limit);
    for (String signal : SIGNALS) {
      try {
        stop.answer(signal);
      } catch (ReflectiveOperationException | IllegalArgumentException e) {
        System.getLogger("io.flowmanager")
            .log(System.Logger.Level.DEBUG, "SIG{0} is left to the server.", signal);
      }
    }
  }

  /** By reflection, for the compiler warns of sun.misc.Signal and cannot be told not to. */
  private void answer(String name) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    InvocationHandler onSignal = (proxy, method, arguments) -> begin();
    Object proxy =
        Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, onSignal);
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
  }

  private Object begin() {
    if (begun.compareAndSet(false, true)) {
      var stop = new Thread(this::stop, "stop");
      // Signals come on a daemon thread; a child of it would not keep the process to its exit code.
      stop.setDaemon(false);
      stop.start();
    }
    return null;
  }

  private void stop() {
    ServerPhase.enter(ServerPhase.STOPPING);
    ShutdownLimit.arm(limit);
    try {
      server.shutdown();
    } catch (BootstrapException e) {
      System.err.println("The server did not stop cleanly: " + e.getMessage());
    }
    System.exit(Boolean.getBoolean(COMPLETE) ? 0 : 1);
  }
}
