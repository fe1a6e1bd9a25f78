// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.boot.PayaraMicroBoot;
import io.flowmanager.launcher.classpath.IndexedLauncher;
import io.flowmanager.launcher.settings.DatabaseSettings;
import io.flowmanager.launcher.settings.HttpLimits;
import io.flowmanager.launcher.settings.LauncherSettings;
import io.flowmanager.launcher.settings.UnusableSettingException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Main class of the microbundle. A first argument without a dash is a command that needs no server;
 * all others are Payara Micro's.
 */
public final class FlowManagerServer {

  /** Payara's shutdown hook writes to it; the reason of a failed start shall come last. */
  private static final Logger SERVER_LOG = Logger.getLogger("PayaraMicro");

  /** Weld's: its schemas are read at each start to find that our own file is as it was built. */
  private static final String UNVALIDATED_BEANS_XML = "org.jboss.weld.xml.disableValidating";

  private FlowManagerServer() {}

  public static void main(String[] args) {
    // Times, numbers and names of levels in logs are for programs as well, on any machine.
    Locale.setDefault(Locale.ROOT);
    if (args.length > 0 && !args[0].startsWith("-")) {
      System.exit(ApplicationCommand.run(args));
    }
    try {
      start(args).ifPresent(FlowManagerServer::fail);
    } catch (UnusableSettingException fault) {
      fail(fault.getMessage());
    } catch (Exception fault) {
      fail("Flow Manager did not start: " + StartupFaults.messageOfFirstOr(fault));
    }
  }

  private static Optional<String> start(String[] args) throws Exception {
    DatabaseSettings database = DatabaseSettings.read(FlowManagerServer::setting);
    database.toSystemProperties().forEach(System::setProperty);
    LauncherSettings settings = LauncherSettings.ofProcess();
    HttpLimits.read(settings).apply();
    Duration shutdownLimit = ShutdownLimit.read(settings);
    System.setProperty(UNVALIDATED_BEANS_XML, "true");
    RuntimeFolder.deleteAbandoned(Path.of(System.getProperty("java.io.tmpdir")));
    ShutdownLimit.install(shutdownLimit);
    PayaraMicroBoot server = IndexedLauncher.boot(args);
    RuntimeFolder.claimCurrent();
    return afterBoot(server, shutdownLimit);
  }

  /** The fault that kept the application from starting; the server is down by then. */
  private static Optional<String> afterBoot(PayaraMicroBoot server, Duration shutdownLimit)
      throws BootstrapException {
    Optional<String> fault = DeploymentCheck.of(server.getRuntime()).fault();
    if (fault.isPresent()) {
      ShutdownLimit.arm(shutdownLimit);
      server.shutdown();
    } else {
      OrderlyStop.install(server, shutdownLimit);
      ServerPhase.enter(ServerPhase.RUNNING);
      ApplicationStart.whenOver(start -> afterStart(server, start, shutdownLimit));
    }
    return fault;
  }

  /** A start that waited for the database may end in a fault when the server is up already. */
  private static void afterStart(
      PayaraMicroBoot server, ApplicationStart start, Duration shutdownLimit) {
    if (start == ApplicationStart.RUNNING) {
      StartupFaults.forget();
      sayReady(server);
      return;
    }
    try {
      ShutdownLimit.arm(shutdownLimit);
      server.shutdown();
    } catch (BootstrapException e) {
      System.err.println("The server did not stop cleanly: " + e.getMessage());
    }
    fail(DeploymentCheck.sentence());
  }

  private static void sayReady(PayaraMicroBoot server) {
    System.getLogger("io.flowmanager")
        .log(
            System.Logger.Level.INFO,
            "Flow Manager is ready: HTTP port {0}, started in {1} ms.",
            server.getRuntime().getLocalDescriptor().getHttpPorts(),
            Long.toString(ManagementFactory.getRuntimeMXBean().getUptime()));
  }

  private static String setting(String name) {
    return System.getProperty(name, System.getenv(name));
  }

  private static void fail(String message) {
    SERVER_LOG.setFilter(event -> false);
    System.err.println(message);
    System.exit(1);
  }
}
