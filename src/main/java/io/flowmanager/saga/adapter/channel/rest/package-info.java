// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Sends commands over HTTP (contract, "communicationProtocols", rest). */
package io.flowmanager.saga.adapter.channel.rest;
