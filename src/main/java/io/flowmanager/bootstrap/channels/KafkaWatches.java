// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.channels;

import io.flowmanager.bootstrap.flows.FlowChecks;
import io.flowmanager.bootstrap.flows.KafkaLogin;
import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.platform.kafka.ProtocolClasses;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.domain.flow.ChannelDefinition;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** One watch for each kafka channel, whichever of its sides asks first. */
public final class KafkaWatches {

  private final FlowChecks values;
  private final Clock clock;
  private final Map<Channels.Key, BrokerWatch> watches = new HashMap<>();

  public KafkaWatches(FlowChecks values, Clock clock) {
    this.values = values;
    this.clock = clock;
  }

  synchronized BrokerWatch of(Channels.Key key, ChannelDefinition.Kafka channel) {
    ProtocolClasses.makeReady();
    return watches.computeIfAbsent(
        key, k -> new BrokerWatch(key.toString(), new KafkaLogin(channel, values::text), clock));
  }
}
