// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Whether the server is ready and alive, for its paths and for MicroProfile Health. Depends on {@code
 * lifecycle} and what is below it.
 */
package io.flowmanager.bootstrap.health;
