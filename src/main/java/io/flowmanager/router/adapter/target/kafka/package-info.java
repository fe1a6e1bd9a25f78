// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** The main flow, told of events by Kafka (contract of the router, "mainFlowTopic"). */
package io.flowmanager.router.adapter.target.kafka;
