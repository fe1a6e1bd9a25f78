// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a service is. Credentials in front of the host become an {@code Authorization} header, as
 * clients do (RFC 9110, section 4.2.4, wants them out of the address); a query goes along with each
 * call. {@code toString} shows neither.
 */
record UpstreamAddress(URI base) {

  URI resolve(String path) {
    String query = base.getRawQuery();
    return URI.create(origin() + pathUnder(path) + (query == null ? "" : "?" + query));
  }

  URI resolve(String path, String parameter, String value) {
    String query = base.getRawQuery();
    return URI.create(
        origin()
            + pathUnder(path)
            + "?"
            + (query == null ? "" : query + "&")
            + parameter
            + "="
            + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  /** Basic authentication of what stands in front of the host. */
  Optional<String> authorization() {
    return Optional.of(authority().lastIndexOf('@'))
        .filter(at -> at >= 0)
        .map(at -> decoded(authority().substring(0, at)))
        .map(user -> user.getBytes(StandardCharsets.UTF_8))
        .map(user -> "Basic " + Base64.getEncoder().encodeToString(user));
  }

  /** A plus is a plus here, unlike in forms. */
  private static String decoded(String user) {
    return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** {@link URI} knows no parts of it where the host is a name with an underscore. */
  private String authority() {
    return base.getRawAuthority();
  }

  private String origin() {
    return base.getScheme() + "://" + authority().substring(authority().lastIndexOf('@') + 1);
  }

  private String pathUnder(String path) {
    String start = base.getRawPath();
    return path.isEmpty() ? start : start.replaceFirst("/+$", "") + path;
  }

  /** The address of the path without credentials and query. */
  String place(String path) {
    return origin() + pathUnder(path);
  }

  @Override
  public String toString() {
    return place("");
  }
}
