// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.flow.FlowName;

/** The idempotency key of a start; unique within its flow. */
public record StartKey(FlowName flow, EventId key) {}
