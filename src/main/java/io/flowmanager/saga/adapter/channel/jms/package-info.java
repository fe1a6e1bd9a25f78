// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Sends commands through a Jakarta Messaging broker (contract, "communicationProtocols", jms). */
package io.flowmanager.saga.adapter.channel.jms;
