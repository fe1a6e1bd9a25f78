// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The router's calls as use cases, and the ports that they need: flows to start sagas in, readers
 * of sagas, the external service, and a store of what was begun. Nothing here knows whether a call
 * came by HTTP or by a message.
 */
package io.flowmanager.router.application;
