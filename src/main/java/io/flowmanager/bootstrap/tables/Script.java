// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A step of the tables.
 *
 * @param version as Flyway writes it: what is between the V and the two underscores of its name
 * @param checksum as Flyway computes it: a CRC-32 of the lines without their ends
 */
record Script(String version, int checksum) {

  /**
   * @param folder on the class path
   */
  static Script of(String folder, String name) {
    try (InputStream bytes = open(folder + "/" + name);
        var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      CRC32 sum = new CRC32();
      lines.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
      return new Script(name.substring(1, name.indexOf("__")), (int) sum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private static InputStream open(String path) throws IOException {
    InputStream bytes = Script.class.getClassLoader().getResourceAsStream(path);
    if (bytes == null) {
      throw new IOException("There is no " + path + " on the class path");
    }
    return bytes;
  }
}
