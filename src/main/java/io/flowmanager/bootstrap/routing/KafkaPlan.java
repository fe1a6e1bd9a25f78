// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.platform.kafka.KafkaAccess;
import java.util.function.Supplier;

/**
 * What a router with {@code MODE=KAFKA} reads and writes (contract of the router, "Kafka file").
 *
 * @param access with secrets as they are when it is asked for
 * @param group in which the topics are read
 * @param eventsTopic events for main sagas
 * @param notificationsTopic news of sub sagas
 * @param mainFlowTopic gets the events for the main flow
 */
public record KafkaPlan(
    Supplier<KafkaAccess> access,
    String group,
    String eventsTopic,
    String notificationsTopic,
    String mainFlowTopic) {}
