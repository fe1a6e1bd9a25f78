// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The launcher of the microbundle: prepares the process, boots Payara Micro, and ends the process
 * with exit code 1 when the application does not start; or runs the application's command line
 * without a server. It runs outside the WAR and uses nothing but the JDK and Payara Micro's boot
 * API.
 */
package io.flowmanager.launcher;
