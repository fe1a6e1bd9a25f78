// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * What the microbundle adds to the HTTP listener of Payara Micro: limits for slow or numerous
 * callers, answers while the application is not up, and problems (RFC 9457) in place of the
 * server's own pages. Loaded by the server from {@code MICRO-INF/lib}, unlike the rest of the
 * launcher.
 */
package io.flowmanager.launcher.listener;
