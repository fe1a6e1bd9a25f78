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
 * The address of a service. Credentials before the host become an {@code Authorization} header (RFC
 * 9110, section 4.2.4, deprecates them in addresses). A query is added to each call. {@code
 * toString} shows neither.
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

  /** Basic authentication with the credentials before the host. */
  Optional<String> authorization() {
    return Optional.of(authority().lastIndexOf('@'))
        .filter(at -> at >= 0)
        .map(at -> decoded(authority().substring(0, at)))
        .map(user -> user.getBytes(StandardCharsets.UTF_8))
        .map(user -> "Basic " + Base64.getEncoder().encodeToString(user));
  }

  /** A plus is literal here, unlike in forms. */
  private static String decoded(String user) {
    return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** {@link URI} does not parse an authority whose host contains an underscore. */
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
