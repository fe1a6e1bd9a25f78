// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import io.flowmanager.platform.jms.ArtemisBroker;
import io.flowmanager.saga.domain.flow.ChannelDefinition.Jms;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.FlowFault;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Faults of a jms channel that only this server on this machine can have. That a broker is away is
 * none.
 *
 * @param texts gives the text behind a value
 */
record JmsChecks(Function<ConfigValue, String> texts) {

  /**
   * @param pointer to the channel's configurations
   */
  List<FlowFault> faults(String pointer, Jms channel) {
    var faults = new ArrayList<FlowFault>();
    channel
        .brokerUrl()
        .flatMap(ArtemisBroker::fault)
        .ifPresent(fault -> faults.add(new FlowFault(pointer + "/brokerUrl", fault)));
    channel.username().ifPresent(value -> readable(faults, pointer + "/username", value));
    channel.password().ifPresent(value -> readable(faults, pointer + "/password", value));
    return faults;
  }

  private void readable(List<FlowFault> faults, String pointer, ConfigValue value) {
    try {
      texts.apply(value);
    } catch (UncheckedIOException e) {
      faults.add(new FlowFault(pointer, e.getMessage()));
    }
  }
}
