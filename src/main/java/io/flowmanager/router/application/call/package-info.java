// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The journal of {@code /saga} calls that were begun: the port of their store, and the key that
 * identifies a repeat. Depends on no other room.
 */
package io.flowmanager.router.application.call;
