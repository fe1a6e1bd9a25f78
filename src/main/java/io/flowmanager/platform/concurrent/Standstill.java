// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import java.time.Duration;
import java.util.List;

/**
 * Waiting work that makes no progress.
 *
 * @param name name of the queue or executor
 * @param time time since the last progress
 * @param stack current stack of its thread, innermost call first; empty if it has no thread
 */
public record Standstill(String name, Duration time, List<StackTraceElement> stack) {}
