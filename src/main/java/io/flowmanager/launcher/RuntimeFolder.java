// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that Payara Micro unpacks itself into, about 110 MB in the temporary directory. Payara
 * deletes it when it stops; a killed process leaves it behind. A lock file, held while the process
 * lives, tells the next start which folders are unused.
 */
final class RuntimeFolder {

  private static final Logger LOG = System.getLogger("io.flowmanager");
  private static final String NAME_PATTERN = "payaramicro-rt*tmp";
  private static final String LOCK_FILE = "flow-manager.lock";

  @SuppressWarnings("unused")
  private static FileLock claim;

  private RuntimeFolder() {}

  /** What cannot be deleted stays: it may belong to another user. */
  static void deleteAbandoned(Path temporaryDirectory) {
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(temporaryDirectory, NAME_PATTERN)) {
      for (Path folder : folders) {
        tryToDelete(folder);
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.log(Level.DEBUG, "{0} cannot be cleaned up: {1}", temporaryDirectory, e);
    }
  }

  private static void tryToDelete(Path folder) {
    try {
      deleteIfAbandoned(folder);
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.DEBUG, "{0} cannot be deleted: {1}", folder, e);
    }
  }

  /**
   * The lock is released by the operating system when the process ends, however it ends; and by the
   * garbage collector, if the channel were not referenced.
   */
  static void claimCurrent() throws IOException {
    Path folder = Path.of(System.getProperty("fish.payara.micro.tmpdir"));
    if (folder.getFileName().toString().startsWith("payaramicro-rt")) {
      Path lock = folder.resolve(LOCK_FILE);
      lock.toFile().deleteOnExit();
      claim = open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE).lock();
    }
  }

  private static void deleteIfAbandoned(Path folder) throws IOException {
    Path lockFile = folder.resolve(LOCK_FILE);
    if (!Files.exists(lockFile)) {
      return;
    }
    try (FileChannel channel = open(lockFile, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        deleteTree(folder);
      }
    }
  }

  private static FileChannel open(Path file, StandardOpenOption... options) throws IOException {
    return FileChannel.open(file, options);
  }

  static void deleteTree(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
