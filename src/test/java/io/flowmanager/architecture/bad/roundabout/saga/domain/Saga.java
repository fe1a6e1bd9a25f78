// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.roundabout.saga.domain;

import io.flowmanager.architecture.bad.roundabout.saga.domain.flow.Flow;

/** Knows its flow, which knows it. */
public record Saga(Flow flow) {}
