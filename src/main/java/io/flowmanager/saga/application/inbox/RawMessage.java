// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import java.util.Optional;

/**
 * A message as it was received, unparsed.
 *
 * @param headers a JSON array of {@code [name, base64 of the value]}
 */
public record RawMessage(Optional<byte[]> key, Optional<byte[]> value, String headers) {}
