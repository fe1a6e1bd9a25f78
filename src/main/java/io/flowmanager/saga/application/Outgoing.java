// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.domain.Command;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * What leaves by a channel.
 *
 * @param body what the command's hook made of it: the whole message, in place of the usual envelope
 */
public record Outgoing(Command command, Optional<JsonObject> body) {}
