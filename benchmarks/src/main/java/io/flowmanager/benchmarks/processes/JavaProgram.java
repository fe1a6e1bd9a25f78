// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Java program to be started as a child with this process's JDK. The child ends with this
 * process.
 */
public final class JavaProgram {

  private final List<String> options = new ArrayList<>();
  private final List<String> program;
  private final Map<String, String> environment = new HashMap<>();

  private JavaProgram(String... program) {
    this.program = new ArrayList<>(List.of(program));
  }

  public static JavaProgram jar(Path jar) throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new IOException("There is no " + jar + ". Build it first: ./mvnw -DskipTests package");
    }
    return new JavaProgram("-jar", jar.toAbsolutePath().toString());
  }

  /** A class of this process's class path. */
  public static JavaProgram main(String name) {
    return new JavaProgram("-cp", System.getProperty("java.class.path"), name);
  }

  public JavaProgram options(List<String> more) {
    options.addAll(more);
    return this;
  }

  public JavaProgram arguments(String... more) {
    program.addAll(List.of(more));
    return this;
  }

  public JavaProgram environment(Map<String, String> more) {
    environment.putAll(more);
    return this;
  }

  /** With both outputs in the file, in the file's folder. */
  public Process start(Path log) throws IOException {
    return start(
        builder()
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .directory(log.getParent().toFile()));
  }

  /** With its input and output to be talked through, and its errors on ours. */
  public Process startTalking() throws IOException {
    return start(builder().redirectError(ProcessBuilder.Redirect.INHERIT));
  }

  private ProcessBuilder builder() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(program);
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder;
  }

  private static Process start(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }
}
