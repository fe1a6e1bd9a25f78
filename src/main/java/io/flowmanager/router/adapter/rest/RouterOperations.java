// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import static io.flowmanager.platform.rest.HttpOperation.delete;
import static io.flowmanager.platform.rest.HttpOperation.get;
import static io.flowmanager.platform.rest.HttpOperation.post;

import io.flowmanager.platform.rest.HttpOperation;
import java.util.List;

/**
 * The operations of a router that are neither {@link CallEndpoints} nor {@link RuleEndpoints}.
 * Without a router they answer 404, except {@code status} and {@code statusByQuery}.
 */
public final class RouterOperations {

  private RouterOperations() {}

  /** Those that take no body. */
  public static List<HttpOperation> withoutBody() {
    return List.of(
        get("status", "/status/{id}"),
        get("statusByQuery", "/status"),
        get("subSaga", "/sub-flow/saga/{id}"),
        get("subSagaByQuery", "/sub-flow/saga"),
        get("routerCalls", "/router/calls"),
        get("listParkedMessages", "/router/parked"),
        post("retryParkedMessages", "/router/parked/retry"),
        post("retryParkedMessage", "/router/parked/{id}/retry"),
        delete("discardParkedMessage", "/router/parked/{id}"));
  }
}
