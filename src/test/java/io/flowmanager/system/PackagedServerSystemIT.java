// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.PackagedServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedServerSystemIT {

  private static final String SECRET = "not-for-the-log";

  @TempDir private Path folder;

  @Test
  void aKilledServerStartsAgainAndLeavesNothingBehindWhenItIsStopped() {
    FlowFolder flows = new FlowFolder(folder.resolve("flows")).with("a", FlowDocuments.small());
    try (PackagedServer server = PackagedServer.in(folder).with("DB_PASSWORD", SECRET)) {
      server.with(flows.settings("a")).start().kill9();

      server.start();
      var answer = server.http().get("-/healthz");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Server")).isEmpty();
      assertThat(server.stop()).as("exit code on SIGTERM").isZero();
      assertThat(server.log())
          .contains("Flow Manager is ready", "Sagas are stored in the H2 database")
          .doesNotContain(SECRET)
          .doesNotContain("there are none of that name");
      assertThat(folder.resolve("tmp")).isDirectoryNotContaining("glob:**/payaramicro-rt*");
    }
  }
}
