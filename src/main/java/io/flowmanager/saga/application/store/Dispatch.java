// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import java.util.OptionalLong;

/**
 * A command that has just been stored, and the command that must be delivered before it.
 *
 * @param earlier sequence of the latest command of the same saga that was pending when this one was
 *     stored
 */
public record Dispatch(PendingCommand command, OptionalLong earlier) {}
