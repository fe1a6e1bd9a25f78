// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import java.net.URI;
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
    return Optional.ofNullable(base.getUserInfo())
        .map(user -> user.getBytes(StandardCharsets.UTF_8))
        .map(user -> "Basic " + Base64.getEncoder().encodeToString(user));
  }

  private String origin() {
    return base.getScheme()
        + "://"
        + base.getHost()
        + (base.getPort() < 0 ? "" : ":" + base.getPort());
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
