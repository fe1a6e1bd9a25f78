// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.PackagedServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedServerSystemIT {

  private static final String SECRET = "not-for-the-log";

  @TempDir private Path folder;

  @Test
  void theServerStartsStopsAndKeepsItsPasswordToItself() {
    try (PackagedServer server = PackagedServer.in(folder).with("DB_PASSWORD", SECRET)) {
      server.start();
      var answer = server.http().get("-/healthz");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Server")).isEmpty();
      assertThat(server.stop()).as("exit code on SIGTERM").isEqualTo(143);
      assertThat(server.log()).contains("Flow Manager is ready").doesNotContain(SECRET);
      assertThat(folder.resolve("tmp")).as("what a stopped server leaves").isEmptyDirectory();
    }
  }

  @Test
  void aKilledServerStartsAgainAndRemovesWhatItHadUnpacked() {
    try (PackagedServer server = PackagedServer.in(folder)) {
      server.start().kill9();

      server.start().stop();

      assertThat(folder.resolve("tmp")).isDirectoryNotContaining("glob:**/payaramicro-rt*");
    }
  }

  @Test
  void aDatabaseThatCannotBeReachedEndsTheStart() {
    Map<String, String> unreachable =
        Map.of("DB_URL", "jdbc:postgresql://localhost:1/none", "DB_PASSWORD", SECRET);
    try (PackagedServer server = PackagedServer.in(folder).with(unreachable)) {
      assertThat(server.launch().awaitExit()).isEqualTo(1);
      assertThat(server.log())
          .doesNotContain(SECRET)
          .contains("Flow Manager did not start: Connection");
    }
  }
}
