// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Receives events from a Jakarta Messaging broker (contract, "communicationProtocols", jms). */
package io.flowmanager.saga.adapter.messaging.jms;
