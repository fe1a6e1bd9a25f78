// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.document;

import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.Spelling;
import java.util.HashMap;
import java.util.Map;

/** The ids by which the sections of a file refer to each other. */
public final class References {

  private final Ids<String> channels =
      new Ids<>("channel", "communicationProtocols", Spelling::quote);
  private final Ids<String> states = new Ids<>("state", "states", Spelling::quote);
  private final Ids<BusinessId> businessStates =
      new Ids<>("business state", "businessStates", BusinessId::text);
  private final Ids<BusinessId> businessEvents =
      new Ids<>("business event", "businessEvents", BusinessId::text);
  private final Map<String, Boolean> channelSends = new HashMap<>();

  public Ids<String> channels() {
    return channels;
  }

  public Ids<String> states() {
    return states;
  }

  public Ids<BusinessId> businessStates() {
    return businessStates;
  }

  public Ids<BusinessId> businessEvents() {
    return businessEvents;
  }

  /** Whether the channel can send. */
  public void channel(String id, boolean sends) {
    channelSends.merge(id, sends, Boolean::logicalOr);
  }

  /** A command leaves by the channel; all channels must have been read before. */
  public void send(Node node, String channel) {
    channels.refer(node, channel);
    if (!channelSends.getOrDefault(channel, true)) {
      node.fault(
          "sends a command to the channel "
              + Spelling.quote(channel)
              + ", which only receives; give that channel output topics or queues, or name another one");
    }
  }

  public void check() {
    channels.check();
    states.check();
    businessStates.check();
    businessEvents.check();
  }
}
