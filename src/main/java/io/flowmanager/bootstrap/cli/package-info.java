// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The command line of the application: what can be done with flow files without a server. It is
 * called by the launcher of the microbundle, in a class loader of its own that has the WAR's
 * classes and JSON-P and nothing else of Jakarta; the streams to print to are handed in. Depends on
 * {@code wiring} and {@code flows}.
 */
package io.flowmanager.bootstrap.cli;
