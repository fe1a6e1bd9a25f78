// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.routing.KafkaPlan;
import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.platform.kafka.ProducerSettings;
import io.flowmanager.platform.kafka.ProtocolClasses;
import io.flowmanager.platform.kafka.RecordSender;
import io.flowmanager.router.adapter.messaging.kafka.RouterTopics;
import io.flowmanager.router.adapter.target.kafka.KafkaSagaTarget;
import io.flowmanager.router.application.route.SagaTarget;
import java.time.Clock;
import java.time.Duration;

/** The router's cluster: one watch for both directions, and what sends to it. */
record RouterBroker(KafkaPlan plan, BrokerWatch watch, RecordSender sender) {

  private static final String NAME = "router";

  static RouterBroker of(KafkaPlan plan, Duration sendTimeout, Clock clock) {
    ProtocolClasses.makeReady();
    var watch = new BrokerWatch(NAME, plan.access(), clock);
    return new RouterBroker(
        plan, watch, new RecordSender(NAME, watch, new ProducerSettings(sendTimeout)));
  }

  SagaTarget eventsFor(SagaTarget mainFlow) {
    return new KafkaSagaTarget(mainFlow, sender, plan.mainFlowTopic());
  }

  RouterTopics topics(int maxInFlight) {
    return new RouterTopics(
        plan.group(), plan.eventsTopic(), plan.notificationsTopic(), maxInFlight);
  }
}
