// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** A real Kafka broker for tests, and what tests say to it. */
package io.flowmanager.testing.kafka;
