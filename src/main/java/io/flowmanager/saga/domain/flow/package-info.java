// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * What a flow file says: immutable definitions of channels, persistence, machine and settings, and
 * the reader that turns a JSON document into them or lists every fault. Depends on {@code java} and
 * {@code jakarta.json} only.
 */
package io.flowmanager.saga.domain.flow;
