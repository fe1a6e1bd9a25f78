// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.testing.Await;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
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
  void aFolderThatCannotBeDeletedStaysAndTheOthersGo() throws IOException {
    Path first = claimed("payaramicro-rt1tmp");
    Path last = claimed("payaramicro-rt3tmp");
    Path ofSomebodyElse = temporary.resolve("payaramicro-rt2tmp");
    Files.createDirectories(ofSomebodyElse.resolve("flow-manager.lock"));

    RuntimeFolder.deleteAbandoned(temporary);

    assertThat(ofSomebodyElse).exists();
    assertThat(first).doesNotExist();
    assertThat(last).doesNotExist();
  }

  @Test
  void aTemporaryDirectoryThatCannotBeReadStopsNobody() {
    assertThatCode(() -> RuntimeFolder.deleteAbandoned(temporary.resolve("none")))
        .doesNotThrowAnyException();
  }

  @Test
  void aFolderInUseStaysClaimedWhateverTheGarbageCollectorDoes() throws IOException {
    Path inUse = Files.createDirectory(temporary.resolve("payaramicro-rt3tmp"));
    System.setProperty("fish.payara.micro.tmpdir", inUse.toString());

    RuntimeFolder.claimCurrent();
    collectGarbage();

    assertThatThrownBy(() -> RuntimeFolder.deleteAbandoned(temporary))
        .as("in another process the lock is just not to be had; in this one it is an error")
        .isInstanceOf(OverlappingFileLockException.class);
    assertThat(inUse).exists();
  }

  private static void collectGarbage() {
    var collected = new AtomicBoolean();
    Cleaner.create().register(new Object(), () -> collected.set(true));
    Await.until(
        "garbage collection",
        Duration.ofSeconds(30),
        () -> {
          System.gc();
          return collected.get();
        });
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
