// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import static io.flowmanager.platform.rest.HttpOperation.get;
import static io.flowmanager.platform.rest.HttpOperation.post;

import io.flowmanager.platform.rest.HttpOperation;
import java.util.List;

/** The operations of flows and their sagas that are no {@link SagaEndpoints endpoints}. */
public final class SagaOperations {

  private SagaOperations() {}

  /** Those that take no body. */
  public static List<HttpOperation> withoutBody() {
    return List.of(
        get("machineDefinition", "/machine-definition"),
        get("diagram", "/diagram"),
        get("configuration", "/configuration"),
        get("machineDefinitionOfFlow", "/flows/{flow}/machine-definition"),
        get("diagramOfFlow", "/flows/{flow}/diagram"),
        get("configurationOfFlow", "/flows/{flow}/configuration"),
        get("findingsOfFlow", "/flows/{flow}/findings"),
        get("listSagas", "/sagas"),
        get("readSaga", "/sagas/{id}"),
        get("crudRead", "/crud/{flow}"),
        get("crudCount", "/crud/{flow}/count"),
        get("readDocument", "/persistency/{flow}/{sagaId}"),
        get("listBlockedCommands", "/commands/blocked"),
        post("retryBlockedCommands", "/commands/blocked/retry"),
        post("retryCommand", "/commands/{id}/retry"),
        get("flowSchema", "/schemas/flow.json"));
  }
}
