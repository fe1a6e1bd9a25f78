// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user has the jar and what its pom declares, and nothing else of ours. */
class KitJarIT {

  private static final Path JAR = Path.of("target", "flow-manager-test.jar");
  private static final Path POM = Path.of("target", "flow-manager-test.pom");
  private static final Path USERS_TEST = Path.of("src/test/java/order/OrderSagaTest.java");
  private static final Path USERS_OTHER_TEST =
      Path.of("src/test/java/io/flowmanager/testkit/SagaUnderTestTest.java");

  /** What the pom declares, and what comes with it. */
  private static final List<String> DEPENDENCIES =
      List.of(
          "jakarta.json-api",
          "parsson",
          "json-schema-validator",
          "itu",
          "slf4j-api",
          "jackson-databind",
          "jackson-core",
          "jackson-annotations",
          "re2j",
          "quickjs4j",
          "runtime",
          "wasm");

  private static final List<String> JUNIT =
      List.of(
          "junit-jupiter-api",
          "junit-platform-commons",
          "apiguardian-api",
          "opentest4j",
          "assertj-core",
          "byte-buddy");

  /** Runs each test of a class, as JUnit does it. */
  private static final String RUNNER =
      """
      public class RunTests {
        public static void main(String[] names) throws Exception {
          for (String name : names) {
            for (var method : Class.forName(name).getDeclaredMethods()) {
              if (method.isAnnotationPresent(org.junit.jupiter.api.Test.class)) {
                var constructor = Class.forName(name).getDeclaredConstructor();
                constructor.setAccessible(true);
                method.setAccessible(true);
                method.invoke(constructor.newInstance());
                System.out.println("passed: " + method.getName());
              }
            }
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void usersTestCompilesWithoutAWarningAndPasses() throws Exception {
    String classPath = classPath();
    compile(classPath);

    String output =
        run(classPath, "order.OrderSagaTest", "io.flowmanager.testkit.SagaUnderTestTest");

    assertThat(output)
        .contains("passed: anOrderIsPaidPreparedAndDelivered")
        .contains("passed: hookMakesThePayloadAndReadsTheClockOfTheTest")
        .contains("passed: payloadAgainstTheSchemaIsRefused");
  }

  @Test
  void pomNamesVersionsOnly() throws IOException {
    assertThat(Files.readString(POM))
        .contains("<artifactId>flow-manager-test</artifactId>")
        .doesNotContain("${");
  }

  private String classPath() {
    List<String> all = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    List<String> found = new ArrayList<>(List.of(JAR.toString(), folder.toString()));
    Stream.concat(DEPENDENCIES.stream(), JUNIT.stream()).forEach(name -> found.add(jar(all, name)));
    return String.join(File.pathSeparator, found);
  }

  private static String jar(List<String> classPath, String artifact) {
    return classPath.stream()
        .filter(path -> Path.of(path).getFileName().toString().matches(artifact + "-[0-9].*\\.jar"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no jar of " + artifact));
  }

  private void compile(String classPath) throws IOException {
    Path runner = Files.writeString(folder.resolve("RunTests.java"), RUNNER);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-Xlint:all,-path",
                "-Werror",
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                classPath,
                runner.toString(),
                USERS_TEST.toString(),
                USERS_OTHER_TEST.toString());
    assertThat(result).isZero();
  }

  private String run(String classPath, String... tests) throws Exception {
    Path output = folder.resolve("output");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath, "RunTests"));
    command.addAll(List.of(tests));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String text = Files.readString(output);
    assertThat(process.exitValue()).as(text).isZero();
    return text.lines().collect(Collectors.joining("\n"));
  }
}
