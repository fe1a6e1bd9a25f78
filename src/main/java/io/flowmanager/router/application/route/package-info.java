// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * What a router does with a call: start sagas, send events and notifications on, read the status.
 * Holds the ports to flows, readers and the external service. Knows {@code call}, and never {@code
 * message}.
 */
package io.flowmanager.router.application.route;
