// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * A participant of sagas for tests: a real HTTP server that takes commands, notes them, and
 * misbehaves on demand.
 */
package io.flowmanager.testing.participant;
