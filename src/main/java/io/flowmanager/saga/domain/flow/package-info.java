// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * What a flow file says: immutable definitions of channels, persistence, machine and settings. The
 * room {@code reader} makes them of a {@code document}, or lists every fault. Depends on {@code
 * java} and {@code jakarta.json} only.
 */
package io.flowmanager.saga.domain.flow;
