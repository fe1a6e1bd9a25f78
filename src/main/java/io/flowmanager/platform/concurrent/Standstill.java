// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import java.time.Duration;
import java.util.List;

/**
 * Work that waits and does not come forward.
 *
 * @param name of what stands still
 * @param time for how long
 * @param stack where its thread is now, the innermost call first; empty if it has none
 */
public record Standstill(String name, Duration time, List<StackTraceElement> stack) {}
