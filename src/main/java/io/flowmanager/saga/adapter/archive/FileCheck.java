// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.archive;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a check of one file has found.
 *
 * @param sagas lines that are as they were written; a saga may stand there twice
 * @param unlisted lines that no manifest lists: of writes that were cut off, whose sagas are still
 *     in the database or stand further down
 * @param fault the first line that is not as it was written, if there is one
 */
public record FileCheck(Path file, long sagas, long unlisted, Optional<String> fault) {

  static FileCheck of(ArchiveFile file) throws IOException {
    if (Files.notExists(file.manifest())) {
      return new FileCheck(file.data(), 0, 0, Optional.of("there is no " + file.manifest()));
    }
    try (BufferedReader manifest =
            Files.newBufferedReader(file.manifest(), StandardCharsets.ISO_8859_1);
        InputStream data = new BufferedInputStream(Files.newInputStream(file.data()))) {
      return new Comparison(manifest, data).run(file.data());
    }
  }

  /** Goes through data and manifest side by side. */
  private static final class Comparison {

    private final BufferedReader manifest;
    private final InputStream data;
    private ManifestEntry next;
    private long numberInManifest;
    private long sagas;
    private long unlisted;

    Comparison(BufferedReader manifest, InputStream data) {
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
      String text = manifest.readLine();
      numberInManifest++;
      try {
        next = text == null ? null : ManifestEntry.parse(text);
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
