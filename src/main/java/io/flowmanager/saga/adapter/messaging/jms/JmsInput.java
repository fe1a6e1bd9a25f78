// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.platform.jms.Address;
import io.flowmanager.platform.jms.InputDestination;
import io.flowmanager.saga.domain.flow.FlowName;
import java.util.List;
import java.util.Optional;

/**
 * The JMS input of a channel.
 *
 * @param consumers how many sessions read each destination
 * @param maxBatch how many messages may share a session's transaction
 * @param deadLetters destination of messages that are not applied
 */
public record JmsInput(
    FlowName flow,
    String channel,
    List<InputDestination> destinations,
    int consumers,
    int maxBatch,
    Optional<Address> deadLetters) {

  @Override
  public String toString() {
    return "flow=" + flow + " channel=" + channel;
  }
}
