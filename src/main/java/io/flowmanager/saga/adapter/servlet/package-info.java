// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The fast path: a servlet filter that answers plain requests without JAX-RS (decisions 0023 and
 * 0042). It calls the same endpoints as the resources of JAX-RS, and only writes their replies.
 */
package io.flowmanager.saga.adapter.servlet;
