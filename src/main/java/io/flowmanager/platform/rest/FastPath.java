// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses at which plain requests are answered without JAX-RS: those of all {@link
 * Endpoints}, expanded for each flow if the path names one.
 */
public class FastPath {

  private static final String FLOW = "{flow}";

  private final Map<String, Address> addresses = new HashMap<>();

  /**
   * An endpoint and the flow of one of its addresses.
   *
   * @param flow the flow that the address names, or {@code null}
   */
  public record Address(Endpoint endpoint, String flow) {}

  /** Without addresses: JAX-RS answers all requests. */
  public FastPath() {}

  /**
   * @param flows the names of the hosted flows
   */
  public FastPath(Endpoints endpoints, Collection<String> flows) {
    endpoints.all().forEach(endpoint -> add(endpoint, flows));
  }

  private void add(Endpoint endpoint, Collection<String> flows) {
    if (!endpoint.path().contains(FLOW)) {
      addresses.put(endpoint.path(), new Address(endpoint, null));
      return;
    }
    flows.forEach(
        flow -> addresses.put(endpoint.path().replace(FLOW, flow), new Address(endpoint, flow)));
  }

  /**
   * The endpoint at an address, if there is one.
   *
   * @param path path below the root of the application, with a leading slash, not decoded
   */
  public Optional<Address> at(String method, String path) {
    Address address = addresses.get(path);
    return address != null && address.endpoint().method().equals(method)
        ? Optional.of(address)
        : Optional.empty();
  }
}
