// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** The port for metrics. Depends on no other room. */
package io.flowmanager.saga.application.telemetry;
