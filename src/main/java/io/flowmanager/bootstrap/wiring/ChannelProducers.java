// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.channels.JmsLinks;
import io.flowmanager.bootstrap.channels.KafkaWatches;
import io.flowmanager.bootstrap.channels.OpenChannels;
import io.flowmanager.bootstrap.config.Settings;
import io.flowmanager.bootstrap.flows.FlowChecks;
import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.platform.http.HttpCalls;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Produces the outgoing sides of all channels, and the connections that both sides use. */
@Dependent
final class ChannelProducers {

  @Produces
  @Singleton
  static KafkaWatches kafkaWatches(FlowChecks values, Clock clock) {
    return new KafkaWatches(values, clock);
  }

  @Produces
  @Singleton
  static JmsLinks jmsLinks(StartupConfiguration configuration, FlowChecks values, Clock clock) {
    Settings settings = configuration.settings();
    return new JmsLinks(values, settings.jms(), settings.relay().sendTimeout(), clock);
  }

  @Produces
  @Singleton
  static OpenChannels openChannels(
      DeliverySettings delivery,
      FlowChecks values,
      KafkaWatches watches,
      JmsLinks links,
      HttpCalls http) {
    return new OpenChannels(delivery, values, watches, links, http);
  }

  @Produces
  @Singleton
  static Channels channels(OpenChannels open, FlowCatalog flows) {
    return open.open(flows);
  }
}
