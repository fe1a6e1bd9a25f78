// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Reads a flow file section by section and collects every fault. {@code FlowReader} is the entry
 * point; the values that it creates are in {@code saga.domain.flow}.
 */
package io.flowmanager.saga.domain.flow.reader;
