// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import io.flowmanager.saga.adapter.archive.ArchiveReader;
import io.flowmanager.saga.adapter.archive.DamagedArchiveException;
import io.flowmanager.saga.adapter.archive.FileCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds archived sagas, and checks the archive. */
final class ArchiveCommand implements Subcommand {

  @Override
  public String name() {
    return "archive";
  }

  @Override
  public String usage() {
    return "archive find [--directory DIRECTORY] SAGA_ID | archive verify [--directory DIRECTORY]";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) {
    ArchiveArguments asked = ArchiveArguments.parse(arguments);
    try {
      var archive = new ArchiveReader(Path.of(asked.directory()));
      return asked.saga().isPresent()
          ? find(archive, asked.saga().get(), terminal)
          : verify(archive, terminal);
    } catch (InvalidPathException e) {
      terminal.complain("The archive cannot be read: its directory is no path. " + e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      terminal.complain(
          "The archive "
              + asked.directory()
              + " cannot be read. Does it exist, and may this process read it? "
              + e);
    } catch (DamagedArchiveException e) {
      terminal.complain(e.getMessage() + ".");
    }
    return 1;
  }

  private static int find(ArchiveReader archive, String saga, Terminal terminal)
      throws IOException {
    Optional<byte[]> document = archive.find(saga);
    document.ifPresentOrElse(
        terminal::write, () -> terminal.complain("The archive has no saga " + saga + "."));
    return document.isPresent() ? 0 : 1;
  }

  private static int verify(ArchiveReader archive, Terminal terminal) throws IOException {
    List<FileCheck> checks = archive.verify();
    checks.forEach(check -> print(check, terminal));
    long sagas = checks.stream().mapToLong(FileCheck::sagas).sum();
    long faulty = checks.stream().filter(check -> check.fault().isPresent()).count();
    terminal.print(
        "Files: " + checks.size() + ", faulty: " + faulty + ", sagas as written: " + sagas + ".");
    return faulty == 0 ? 0 : 1;
  }

  private static void print(FileCheck check, Terminal terminal) {
    check.fault().ifPresent(fault -> terminal.complain(check.file() + ": " + fault));
    if (check.unlisted() > 0) {
      terminal.print(
          check.file()
              + ": "
              + check.unlisted()
              + " lines of writes that were cut off; they do not count.");
    }
  }
}
