// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The command line of the application: what can be done with flow files without a server. It has
 * the WAR's classes and JSON-P and nothing else of Jakarta.
 */
package io.flowmanager.bootstrap.cli;
