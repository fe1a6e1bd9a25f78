// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeFolderTest {

  @TempDir private Path temporary;

  @Test
  void aFolderWhoseOwnerIsGoneIsDeleted() throws IOException {
    Path abandoned = claimed("payaramicro-rt1tmp");

    RuntimeFolder.deleteAbandoned(temporary);

    assertThat(abandoned).doesNotExist();
  }

  @Test
  void aFolderThatNobodyHasClaimedIsLeftAlone() throws IOException {
    Path starting = Files.createDirectory(temporary.resolve("payaramicro-rt2tmp"));

    RuntimeFolder.deleteAbandoned(temporary);

    assertThat(starting).exists();
  }

  @Test
  void aFolderOfAnotherNameIsLeftAlone() throws IOException {
    Path foreign = claimed("something-else");

    RuntimeFolder.deleteAbandoned(temporary);

    assertThat(foreign).exists();
  }

  private Path claimed(String name) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve(name));
    Files.createDirectories(folder.resolve("runtime"));
    Files.writeString(folder.resolve("runtime/some.jar"), "jar");
    Files.createFile(folder.resolve("flow-manager.lock"));
    return folder;
  }
}
