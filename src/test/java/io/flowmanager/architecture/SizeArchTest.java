// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Files, methods and parameter lists stay small enough to be read at once. The bad examples are
 * written by the tests, one line or one parameter beyond the limit.
 */
class SizeArchTest {

  @Test
  void mainCodeKeepsTheLimits() throws IOException {
    var files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    try (files;
        Stream<Path> main = Files.walk(Path.of("src/main/java"));
        Stream<Path> testKit = Files.walk(Path.of("src/test-kit/java"))) {
      List<Path> sources =
          Stream.concat(main, testKit).filter(path -> path.toString().endsWith(".java")).toList();

      assertThat(sources).isNotEmpty();
      assertThat(SourceSizes.tooLargeIn(files.getJavaFileObjectsFromPaths(sources))).isEmpty();
    }
  }

  @Test
  void fileOfOneLineMoreIsTooLarge() throws IOException {
    assertThat(tooLargeIn("class Long {" + "\n".repeat(299) + "}")).isEmpty();

    assertThat(tooLargeIn("class Long {" + "\n".repeat(300) + "}"))
        .containsExactly("/Bad.java: 301 lines, at most 300");
  }

  @Test
  void methodOfOneLineMoreIsTooLarge() throws IOException {
    assertThat(tooLargeIn("class Long { void run() {" + "\n".repeat(39) + "} }")).isEmpty();

    assertThat(tooLargeIn("class Long { void run() {" + "\n".repeat(40) + "} }"))
        .containsExactly("/Bad.java, run: 41 lines, at most 40");
  }

  @Test
  void oneParameterMoreIsTooMuch() throws IOException {
    assertThat(tooLargeIn("interface Wide { void run(int a, int b, int c, int d, int e); }"))
        .isEmpty();

    assertThat(tooLargeIn("interface Wide { void run(int a, int b, int c, int d, int e, int f); }"))
        .containsExactly("/Bad.java, run: 6 parameters, at most 5");
  }

  @Test
  void constructorOfAClassIsCounted() throws IOException {
    assertThat(tooLargeIn("class Wide { Wide(int a, int b, int c, int d, int e, int f) {} }"))
        .containsExactly("/Bad.java, <init>: 6 parameters, at most 5");
  }

  @Test
  void componentsOfARecordAreNotParameters() throws IOException {
    assertThat(tooLargeIn("record Wide(int a, int b, int c, int d, int e, int f) { Wide {} }"))
        .isEmpty();
  }

  @Test
  void methodOfARecordIsCounted() throws IOException {
    String wide = "static void run(int a, int b, int c, int d, int e, int f) {}";

    assertThat(tooLargeIn("record Wide(int a) { " + wide + " }"))
        .containsExactly("/Bad.java, run: 6 parameters, at most 5");
  }

  private static List<String> tooLargeIn(String source) throws IOException {
    return SourceSizes.tooLargeIn(List.of(new SourceText("/Bad.java", source)));
  }
}
