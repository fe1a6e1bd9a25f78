// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The port that stores sagas, its values, and the use cases that only read. Depends on {@code
 * channel} for the key of a channel, and on no other room.
 */
package io.flowmanager.saga.application.store;
