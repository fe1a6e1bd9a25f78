// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Jakarta Messaging: connections that are re-established when they are lost, and transactions of
 * the broker or of the server. Threads always come from outside.
 */
package io.flowmanager.platform.jms;
