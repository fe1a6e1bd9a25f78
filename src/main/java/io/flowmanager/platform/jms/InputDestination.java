// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

/**
 * Where messages are read from.
 *
 * @param subscription for a topic, the name of the durable subscription that all its readers share
 */
public record InputDestination(Address address, String subscription) {}
