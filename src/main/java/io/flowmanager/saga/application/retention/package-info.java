// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Deletes or archives sagas whose time is over: which ones, in what portions, on which node. Knows
 * {@code flow} and {@code store}; events and commands never wait for it.
 */
package io.flowmanager.saga.application.retention;
