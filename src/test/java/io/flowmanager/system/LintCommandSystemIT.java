// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of the packaged server, which runs outside the WAR. */
class LintCommandSystemIT {

  @TempDir private Path temporary;

  @Test
  void orderExampleIsSound() throws IOException, InterruptedException {
    assertThat(lint("examples/order/order.json")).isZero();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void brokenFlowEndsWithOne() throws IOException, InterruptedException {
    assertThat(lint("src/test/resources/flows/broken/dead-end.json")).isEqualTo(1);
    assertThat(temporary).isEmptyDirectory();
  }

  /** The client of the broker needs an API that only the server brings. */
  @Test
  void unusableBrokerEndsWithOne() throws IOException, InterruptedException {
    assertThat(lint("src/test/resources/flows/refused/broker-url-that-is-none.json")).isEqualTo(1);
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void missingFileEndsWithTwo() throws IOException, InterruptedException {
    assertThat(lint("nowhere.json")).isEqualTo(2);
    assertThat(temporary).isEmptyDirectory();
  }

  private int lint(String file) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                List.of(
                    java.toString(),
                    "-Djava.io.tmpdir=" + temporary,
                    "-jar",
                    "target/flow-manager-microbundle.jar",
                    "lint",
                    file))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
