// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import jakarta.json.JsonObject;

/** An event on its way to a saga: the envelope that flow managers and command channels speak. */
public record RoutedEvent(String saga, String label, JsonObject payload) {}
