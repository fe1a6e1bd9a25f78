// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.http;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Texts as parts of an address (RFC 3986). */
final class UriText {

  /** RFC 3986, section 2.3. */
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private static final String HEX = "0123456789ABCDEF";
  private static final Pattern DOTS = Pattern.compile("\\.{1,2}");
  private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final Pattern OUTER_SLASHES = Pattern.compile("^/+|/+$");

  private UriText() {}

  /**
   * The text as one segment of a path. One that is only a dot or two would name another place
   * (section 5.2.4), so these are encoded as well.
   */
  static String segment(String text) {
    return DOTS.matcher(text).matches() ? text.replace(".", "%2E") : encoded(text);
  }

  /** The text with everything encoded but what is unreserved. */
  static String encoded(String text) {
    var encoded = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      append(encoded, one);
    }
    return encoded.toString();
  }

  private static void append(StringBuilder encoded, byte one) {
    if (UNRESERVED.indexOf(one) >= 0) {
      encoded.append((char) one);
    } else {
      encoded.append('%').append(HEX.charAt((one >> 4) & 15)).append(HEX.charAt(one & 15));
    }
  }

  /**
   * The text as a path without slashes around it; those within it part it, and what is encoded
   * already stays as it is.
   */
  static String path(String text) {
    var path = new StringBuilder();
    String bare = OUTER_SLASHES.matcher(text).replaceAll("");
    var parts = ENCODED.matcher(bare);
    int done = 0;
    while (parts.find()) {
      path.append(segments(bare.substring(done, parts.start()))).append(parts.group());
      done = parts.end();
    }
    return path.append(segments(bare.substring(done))).toString();
  }

  private static String segments(String text) {
    return encoded(text).replace("%2F", "/");
  }

  static String withoutSlashesBehind(String path) {
    return path.replaceFirst("/+$", "");
  }
}
