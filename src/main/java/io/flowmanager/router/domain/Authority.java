// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host and the port of an address, without credentials.
 *
 * @param place host and port as written
 * @param isKnown whether {@link URI} finds a host in it; it finds none in many container names
 */
record Authority(String place, boolean isKnown) {

  private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";

  /**
   * Labels may have underscores and begin with digits; a name of digits and dots only must be an IP
   * address.
   */
  private static final Pattern NAME =
      Pattern.compile("(?![0-9.]+$)" + LABEL + "(?:\\." + LABEL + ")*\\.?");

  private static final Pattern PLACE =
      Pattern.compile("(?<host>\\[.*]|[^\\[\\]:]+)(?::(?<port>[0-9]{0,5}))?");

  static Authority of(URI uri) {
    String all = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    return new Authority(all.substring(all.lastIndexOf('@') + 1), uri.getHost() != null);
  }

  /** Whether it is a valid host with an optional port. */
  boolean isUsable() {
    Matcher matcher = PLACE.matcher(place);
    return matcher.matches()
        && (isKnown || NAME.matcher(matcher.group("host")).matches())
        && isPort(matcher.group("port"));
  }

  private static boolean isPort(String digits) {
    if (digits == null || digits.isEmpty()) {
      return true;
    }
    int port = Integer.parseInt(digits);
    return port > 0 && port < 65_536;
  }
}
