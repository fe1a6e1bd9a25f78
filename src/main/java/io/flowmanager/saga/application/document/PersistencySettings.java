// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.document;

/**
 * Whether this server keeps sagas for others.
 *
 * @param enabled {@code flow-manager.persistency.enabled}
 */
public record PersistencySettings(boolean enabled) {}
