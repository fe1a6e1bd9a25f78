// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The flows that this server hosts: their catalogue, their hooks and schemas made ready, the
 * archive of their versions. Knows {@code store} and {@code script}.
 */
package io.flowmanager.saga.application.flow;
