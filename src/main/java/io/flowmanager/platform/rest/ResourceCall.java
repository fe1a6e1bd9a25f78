// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import java.io.InputStream;

/** A call made by a JAX-RS resource; see {@link EndpointCall} for what may be {@code null}. */
public record ResourceCall(String flow, String idempotencyKey, String commandId, InputStream body)
    implements EndpointCall {

  public static ResourceCall of(InputStream body) {
    return new ResourceCall(null, null, null, body);
  }

  public ResourceCall withFlow(String name) {
    return new ResourceCall(name, idempotencyKey, commandId, body);
  }

  public ResourceCall withIdempotencyKey(String key) {
    return new ResourceCall(flow, key, commandId, body);
  }

  public ResourceCall withCommandId(String id) {
    return new ResourceCall(flow, idempotencyKey, id, body);
  }

  @Override
  public Way way() {
    return Way.JAX_RS;
  }
}
