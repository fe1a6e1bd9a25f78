// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * What a router does with a call: it starts sagas, forwards events and notifications, and reads the
 * status. Contains the ports to flows, readers and the external service. Depends on {@code call},
 * never on {@code message}.
 */
package io.flowmanager.router.application.route;
