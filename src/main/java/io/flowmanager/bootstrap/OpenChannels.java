// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import io.flowmanager.platform.secret.SecretFiles;
import io.flowmanager.saga.adapter.channel.rest.RestChannel;
import io.flowmanager.saga.application.Channels;
import io.flowmanager.saga.application.CommandChannel;
import io.flowmanager.saga.application.Flow;
import io.flowmanager.saga.application.FlowCatalog;
import io.flowmanager.saga.application.RelaySettings;
import io.flowmanager.saga.domain.flow.ChannelDefinition;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** Opens the channel that each definition stands for. */
final class OpenChannels {

  private final HttpClient client;
  private final RelaySettings relay;
  private final FlowChecks values;

  private OpenChannels(HttpClient client, RelaySettings relay, FlowChecks values) {
    this.client = client;
    this.relay = relay;
    this.values = values;
  }

  static Channels of(
      FlowCatalog flows, RelaySettings relay, SecretFiles secrets, Executor executor) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(relay.sendTimeout())
            .executor(executor)
            .build();
    return new OpenChannels(client, relay, new FlowChecks(secrets)).open(flows);
  }

  private Channels open(FlowCatalog flows) {
    Map<Channels.Key, CommandChannel> channels = new HashMap<>();
    for (Flow flow : flows.all()) {
      for (ChannelDefinition definition : flow.definition().channels()) {
        channels.put(new Channels.Key(flow.name(), definition.id()), open(definition));
      }
    }
    return new Channels(channels);
  }

  private CommandChannel open(ChannelDefinition definition) {
    if (definition instanceof ChannelDefinition.Rest rest) {
      return new RestChannel(client, rest.endpoint(), relay.sendTimeout(), values::text);
    }
    throw new IllegalStateException("The flow checks let a channel pass that cannot be opened.");
  }
}
