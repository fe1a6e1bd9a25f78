// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Brokers that speak Jakarta Messaging: connections that come back by themselves, and work in
 * transactions, of the broker alone or of the server. Threads always come from outside.
 */
package io.flowmanager.platform.jms;
