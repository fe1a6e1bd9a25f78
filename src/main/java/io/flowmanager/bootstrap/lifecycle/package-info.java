// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Starts everything in order, or keeps the deployment from succeeding; stops everything in the
 * opposite order. Knows {@code wiring} and {@code metrics}.
 */
package io.flowmanager.bootstrap.lifecycle;
