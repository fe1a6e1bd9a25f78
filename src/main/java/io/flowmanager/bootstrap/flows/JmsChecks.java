// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.platform.jms.ArtemisBroker;
import io.flowmanager.saga.domain.flow.ChannelDefinition.Jms;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.FlowFault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Faults of a jms channel that depend on this server and machine. An unreachable broker is none.
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
    var readable = new ReadableTexts(texts);
    channel
        .username()
        .flatMap(value -> readable.fault(pointer + "/username", value))
        .ifPresent(faults::add);
    channel
        .password()
        .flatMap(value -> readable.fault(pointer + "/password", value))
        .ifPresent(faults::add);
    return faults;
  }
}
