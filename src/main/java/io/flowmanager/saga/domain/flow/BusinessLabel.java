// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

/** A business state or business event: its id and its description. */
public record BusinessLabel(BusinessId id, String description) {}
