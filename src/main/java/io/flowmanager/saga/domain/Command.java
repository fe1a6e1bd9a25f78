// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import jakarta.json.JsonObject;

/**
 * A message that tells a participant to do something.
 *
 * @param state the state whose entry sends it
 * @param channel id of the channel that it leaves by
 * @param payload the saga's whole metadata as of that transition
 */
public record Command(
    CommandId id, String state, String channel, String label, JsonObject payload) {}
