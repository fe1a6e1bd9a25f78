// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import jakarta.json.JsonObject;

/**
 * An event for a saga, with the members of the envelope that flow managers and command channels
 * use.
 */
public record RoutedEvent(String saga, String label, JsonObject payload) {}
