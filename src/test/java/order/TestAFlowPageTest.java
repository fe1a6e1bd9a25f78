// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The how-to shows the test that the build runs. */
class TestAFlowPageTest {

  private static final Path PAGE = Path.of("docs", "howto", "test-a-flow.md");
  private static final Path CODE = Path.of("src", "test", "java", "order", "OrderSagaTest.java");

  @Test
  void codeOfThePageIsTheTestOfTheOrderFlow() throws IOException {
    String code = Files.readString(CODE);

    assertThat(Files.readString(PAGE))
        .contains("```java\n" + code.substring(code.indexOf("package order;")) + "```");
  }
}
