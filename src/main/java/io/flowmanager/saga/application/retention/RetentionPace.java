// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import java.time.Duration;

/**
 * @param interval from the end of a round to the next one
 * @param lease how long a node may be silent before another one takes over
 */
public record RetentionPace(Duration interval, Duration lease) {}
