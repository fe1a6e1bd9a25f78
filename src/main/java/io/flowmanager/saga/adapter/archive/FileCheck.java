// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a check of one file has found.
 *
 * @param sagas lines that are as they were written; a saga may stand there twice
 * @param unlisted lines that no manifest lists: of writes that were cut off, whose sagas are still
 *     in the database or stand further down
 * @param fault the first line that is not as it was written, or what is missing, if there is one
 */
public record FileCheck(Path file, long sagas, long unlisted, Optional<String> fault) {

  static FileCheck of(ArchiveFile file) throws IOException {
    if (Files.notExists(file.manifest())) {
      return new FileCheck(file.data(), 0, 0, Optional.of("there is no " + file.manifest()));
    }
    if (Files.notExists(file.data())) {
      return withoutData(file);
    }
    try (ManifestLines manifest = ManifestLines.of(file.manifest());
        InputStream data = new BufferedInputStream(Files.newInputStream(file.data()))) {
      return new Comparison(manifest, data).run(file.data());
    }
  }

  /** The manifest is made first, so it may be alone as long as it lists nothing. */
  private static FileCheck withoutData(ArchiveFile file) throws IOException {
    try (ManifestLines manifest = ManifestLines.of(file.manifest())) {
      Optional<String> fault =
          manifest.next().map(line -> "the file is missing; " + file.manifest() + " lists sagas");
      return new FileCheck(file.data(), 0, 0, fault);
    }
  }

  /** Goes through data and manifest side by side. */
  private static final class Comparison {

    private final ManifestLines manifest;
    private final InputStream data;
    private ManifestEntry next;
    private long numberInManifest;
    private long sagas;
    private long unlisted;

    Comparison(ManifestLines manifest, InputStream data) {
      this.manifest = manifest;
      this.data = data;
    }

    FileCheck run(Path file) throws IOException {
      try {
        compare();
        return new FileCheck(file, sagas, unlisted, Optional.empty());
      } catch (DamagedArchiveException damage) {
        return new FileCheck(file, sagas, unlisted, Optional.of(damage.getMessage()));
      }
    }

    private void compare() throws IOException {
      long offset = 0;
      long number = 1;
      advance();
      byte[] line = line();
      while (line != null) {
        check(line, offset, number);
        offset += line.length + 1;
        number++;
        line = line();
      }
      if (next != null) {
        throw new DamagedArchiveException(
            "line " + number + " is missing: " + next.saga() + " stood there");
      }
    }

    private void check(byte[] line, long offset, long number) throws IOException {
      if (next == null || offset + line.length < next.offset()) {
        unlisted++;
        return;
      }
      if (offset != next.offset() || !next.fits(line)) {
        throw new DamagedArchiveException(
            "line " + number + " is not as it was written: saga " + next.saga());
      }
      sagas++;
      advance();
    }

    private void advance() throws IOException {
      Optional<String> text = manifest.next();
      numberInManifest++;
      try {
        next = text.map(ManifestEntry::parse).orElse(null);
      } catch (DamagedArchiveException e) {
        throw new DamagedArchiveException(
            "line " + numberInManifest + " of its manifest: " + e.getMessage());
      }
    }

    /** Without its end; null behind the last one. */
    private byte[] line() throws IOException {
      var line = new ByteArrayOutputStream();
      int next = data.read();
      if (next < 0) {
        return null;
      }
      while (next >= 0 && next != '\n') {
        line.write(next);
        next = data.read();
      }
      return line.toByteArray();
    }
  }
}
