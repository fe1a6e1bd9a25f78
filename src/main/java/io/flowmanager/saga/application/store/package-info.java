// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The port that sagas are stored through, its values, and the use cases that only read. Knows
 * {@code channel} for the key of a channel, and no other room.
 */
package io.flowmanager.saga.application.store;
