// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.channels;

import io.flowmanager.bootstrap.config.Settings;
import io.flowmanager.bootstrap.flows.FlowChecks;
import io.flowmanager.platform.concurrent.Backoff;
import io.flowmanager.platform.jms.ArtemisBroker;
import io.flowmanager.platform.jms.Broker;
import io.flowmanager.platform.jms.BrokerLink;
import io.flowmanager.platform.jms.Credentials;
import io.flowmanager.platform.jms.JndiBroker;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.domain.flow.ChannelDefinition.Jms;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/** Connections of jms channels: one for each side. */
public final class JmsLinks {

  private final FlowChecks values;
  private final Settings.JmsSettings settings;
  private final Duration callTimeout;
  private final Clock clock;

  public JmsLinks(
      FlowChecks values, Settings.JmsSettings settings, Duration callTimeout, Clock clock) {
    this.values = values;
    this.settings = settings;
    this.callTimeout = callTimeout;
    this.clock = clock;
  }

  /**
   * @param side a word for the log
   */
  BrokerLink open(Channels.Key key, String side, Jms channel) {
    return new BrokerLink(key + " " + side, broker(channel), backoff(), clock);
  }

  /** How long to wait after failures, of the broker or of the store. */
  IntFunction<Duration> backoff() {
    return new Backoff(settings.firstRetry(), settings.maxRetry(), ThreadLocalRandom::current)
        ::after;
  }

  private Broker broker(Jms channel) {
    return channel
        .connectionFactory()
        .<Broker>map(JndiBroker::new)
        .orElseGet(
            () ->
                new ArtemisBroker(
                    channel.brokerUrl().orElseThrow(), () -> credentials(channel), callTimeout));
  }

  private Credentials credentials(Jms channel) {
    return new Credentials(
        channel.username().map(values::text), channel.password().map(values::text));
  }
}
