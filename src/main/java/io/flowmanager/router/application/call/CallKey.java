// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Identifies a call and its repeats: an {@code Idempotency-Key}, the id of a command, or a
 * generated key. It has 1 to 255 printable ASCII characters, without spaces at either end.
 *
 * @throws IllegalArgumentException if the value breaks that rule; the message is a sentence
 */
public record CallKey(String value) {

  private static final int LONGEST = 255;
  private static final Pattern ALLOWED = Pattern.compile("[!-~]([ -~]{0,253}[!-~])?");

  public CallKey {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "An idempotency key has 1 to 255 printable ASCII characters.");
    }
  }

  /**
   * A key derived from a text of any length. Equal texts give equal keys, different texts give
   * different keys.
   */
  public static CallKey of(String text) {
    return new CallKey(text.length() <= LONGEST ? text : hash(text));
  }

  /**
   * The key of one step of the call. It is the same for each repeat, and differs from the keys of
   * all other steps.
   */
  public CallKey step(String name) {
    String whole = value + "/" + name;
    return new CallKey(whole.length() <= LONGEST ? whole : hash(value) + "/" + name);
  }

  private static String hash(String value) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
