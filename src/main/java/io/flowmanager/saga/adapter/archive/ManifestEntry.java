// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a manifest: where a saga stands in the data file, and what its line must hash to.
 *
 * @param hash SHA-256 of the line without its end, in hexadecimal
 * @param offset of the line's first byte
 * @param length of the line without its end, in bytes
 */
record ManifestEntry(String hash, long offset, int length, String saga) {

  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{64}) ([0-9]{1,18}) ([0-9]{1,9}) ([!-~]{1,128})");

  static ManifestEntry of(byte[] line, long offset, String saga) {
    return new ManifestEntry(hash(line), offset, line.length, saga);
  }

  /**
   * @throws DamagedArchiveException when the text is no such line
   */
  static ManifestEntry parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new DamagedArchiveException("the line has not the form of a manifest");
    }
    return new ManifestEntry(
        parts.group(1),
        Long.parseLong(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        parts.group(4));
  }

  /** Where the next line may begin. */
  long end() {
    return offset + length + 1;
  }

  boolean fits(byte[] line) {
    return line.length == length && hash(line).equals(hash);
  }

  byte[] toLine() {
    String text = hash + " " + offset + " " + length + " " + saga + "\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String hash(byte[] line) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
