// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.flow.FlowName;

/** The key of a start that may be repeated; it counts within its flow. */
public record StartKey(FlowName flow, EventId key) {}
