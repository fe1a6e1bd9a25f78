// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Queues with one thread each, and limits on work. Threads always come from outside. Depends on no
 * other room.
 */
package io.flowmanager.platform.concurrent;
