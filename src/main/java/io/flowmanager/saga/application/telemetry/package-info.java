// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** The port that numbers go to. Knows no other room. */
package io.flowmanager.saga.application.telemetry;
