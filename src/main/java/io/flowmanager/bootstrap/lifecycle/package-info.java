// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Starts everything in order, or keeps the deployment from succeeding; stops everything in the
 * opposite order. Depends on every room of {@code bootstrap} but {@code health} and {@code cli}.
 */
package io.flowmanager.bootstrap.lifecycle;
