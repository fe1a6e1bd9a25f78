// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Reads a flow file section by section and gathers every fault. {@code FlowReader} is its entry;
 * the values that it makes are in {@code saga.domain.flow}.
 */
package io.flowmanager.saga.domain.flow.reader;
