// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Commands that leave by HTTP (contract, "communicationProtocols", rest). */
package io.flowmanager.saga.adapter.channel.rest;
