// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Queues with one thread behind each, and bounds on work. Threads always come from outside. Depends
 * on nothing of ours.
 */
package io.flowmanager.platform.concurrent;
