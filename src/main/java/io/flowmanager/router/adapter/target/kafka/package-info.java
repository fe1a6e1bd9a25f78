// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Sends events to the main flow over Kafka (contract of the router, "mainFlowTopic"). */
package io.flowmanager.router.adapter.target.kafka;
