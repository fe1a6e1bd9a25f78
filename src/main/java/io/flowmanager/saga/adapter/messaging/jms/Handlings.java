// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

/**
 * How events are handled.
 *
 * @param usual those that come for the first time, many at once
 * @param careful one that was given back to the broker, alone: it may be the one that fails
 */
record Handlings(EventHandling usual, EventHandling careful) {}
