// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The flows that this server hosts: their catalogue, their compiled hooks and schemas, the archive
 * of their versions. Depends on {@code store} and {@code script}.
 */
package io.flowmanager.saga.application.flow;
