// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Finds, checks and compiles flow files before a server starts with them. Depends on {@code config} and
 * {@code routing}.
 */
package io.flowmanager.bootstrap.flows;
