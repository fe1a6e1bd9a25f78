// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the application's own command line without a server: in a class loader that has the classes
 * of the WAR, and JSON-P as the server would give it to them.
 */
final class ApplicationCommand {

  private static final String COMMAND_LINE = "io.flowmanager.bootstrap.cli.CommandLine";

  private static final int FAILED = 2;

  private ApplicationCommand() {}

  /** The exit code for the process. */
  static int run(String[] args) {
    // What the command finds it says itself; its libraries would say the same once more.
    Logger.getLogger("").setLevel(Level.OFF);
    try {
      return runUnpacked(args);
    } catch (IOException | URISyntaxException | ReflectiveOperationException fault) {
      System.err.println("The command failed: " + StartupFaults.messageOfFirstOr(fault));
      return FAILED;
    }
  }

  private static int runUnpacked(String[] args)
      throws IOException, URISyntaxException, ReflectiveOperationException {
    Path bundle =
        Path.of(
            ApplicationCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (UnpackedApplication application = UnpackedApplication.of(bundle);
        URLClassLoader classes = loader(application.classPath())) {
      Thread.currentThread().setContextClassLoader(classes);
      Class<?> commandLine = classes.loadClass(COMMAND_LINE);
      Object command =
          commandLine
              .getConstructor(PrintStream.class, PrintStream.class)
              .newInstance(System.out, System.err);
      return (int) commandLine.getMethod("run", String[].class).invoke(command, (Object) args);
    }
  }

  private static URLClassLoader loader(URL... classPath) {
    return new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
  }
}
