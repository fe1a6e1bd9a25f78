// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R10: one thing has one name, and it is the one that the field uses. */
class WordsArchTest {

  private static final List<String> ROOTS =
      List.of("src/main/java", "src/test-kit/java", "src/test/java", "examples", "benchmarks");

  @Test
  void noNameUsesARetiredWord() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String root : ROOTS) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files.filter(path -> path.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    var files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    try (files) {
      assertThat(sources).isNotEmpty();
      assertThat(RetiredWords.foundIn(files.getJavaFileObjectsFromPaths(sources))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class SagaMailbox {}",
        "class Saga { static final int FAREWELL_SECONDS = 3; }",
        "class Saga { int channelDesk; }",
        "class Saga { void closeTheDoor() {} }",
        "class Saga { void start(String intake) {} }",
        "class Saga { void start() { var ticket = 1; } }",
        "record Saga(int inlets) {}",
        "interface Saga { Runnable START = () -> { for (int draft : new int[0]) {} }; }"
      })
  void aRetiredWordIsFoundInEachKindOfName(String source) throws IOException {
    assertThat(foundIn("/Bad.java", source)).hasSize(1);
  }

  @Test
  void whatIsFoundNamesFileNameAndWord() throws IOException {
    assertThat(foundIn("/Bad.java", "class SagaMailbox {}"))
        .containsExactly("/Bad.java: SagaMailbox uses the retired word mailbox");
  }

  @Test
  void whatAnotherStandardCallsItsVersionsMayBeUsedThere() throws IOException {
    assertThat(foundIn("/adapter/schema/Dialect.java", "record Dialect(int draft) {}")).isEmpty();
  }

  @Test
  void longerWordsAreOthers() throws IOException {
    assertThat(foundIn("/Good.java", "class Desktop { int alone; int bookshop; }")).isEmpty();
  }

  private static List<String> foundIn(String file, String source) throws IOException {
    return RetiredWords.foundIn(List.of(new SourceText(file, source)));
  }
}
