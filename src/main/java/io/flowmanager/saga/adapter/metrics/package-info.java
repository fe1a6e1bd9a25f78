// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Metrics of sagas, for Prometheus. */
package io.flowmanager.saga.adapter.metrics;
