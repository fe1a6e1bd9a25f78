// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

/**
 * The two ways of handling events.
 *
 * @param usual for events delivered for the first time, many at once
 * @param careful for a redelivered event, alone, because it may be the one that fails
 */
record Handlings(EventHandling usual, EventHandling careful) {}
