// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

import jakarta.json.JsonObject;

/** The input of a new saga. */
public record NewSagaOrder(String associatedEntityId, JsonObject metadata) {}
