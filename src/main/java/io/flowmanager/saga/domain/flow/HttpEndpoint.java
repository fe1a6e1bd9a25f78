// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import java.net.URI;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where an HTTP call goes: {@code {method} {protocol}://{endpoint}:{port}{path}}.
 *
 * @param host host name or address, without scheme and trailing slash
 * @param path begins with a slash; {@code /} when the file names none
 * @param headers extra request headers in the order of the file
 */
public record HttpEndpoint(
    String protocol,
    String host,
    OptionalInt port,
    String method,
    String path,
    Map<String, ConfigValue> headers) {

  /** The address to call, the port only where the file names one. */
  public URI uri() {
    String authority = port.isPresent() ? host + ":" + port.getAsInt() : host;
    return URI.create(protocol + "://" + authority + path);
  }
}
