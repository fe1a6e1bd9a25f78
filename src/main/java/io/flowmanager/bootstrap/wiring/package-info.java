// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Produces the beans that have no annotations of their own: ports are connected to adapters here.
 * Depends on every room of {@code bootstrap} but {@code lifecycle}, {@code health} and {@code
 * metrics}.
 */
package io.flowmanager.bootstrap.wiring;
