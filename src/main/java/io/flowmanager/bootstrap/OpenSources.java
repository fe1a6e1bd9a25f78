// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import io.flowmanager.saga.application.Channels;
import io.flowmanager.saga.application.EventSource;
import io.flowmanager.saga.application.EventSources;
import io.flowmanager.saga.application.Flow;
import io.flowmanager.saga.application.FlowCatalog;
import io.flowmanager.saga.domain.flow.ChannelDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Opens the reading side of each channel that has one. */
final class OpenSources {

  private final JmsSources jms;

  OpenSources(JmsSources jms) {
    this.jms = jms;
  }

  EventSources open(FlowCatalog flows) {
    Map<Channels.Key, EventSource> sources = new LinkedHashMap<>();
    for (Flow flow : flows.all()) {
      for (ChannelDefinition definition : flow.definition().channels()) {
        var key = new Channels.Key(flow.name(), definition.id());
        open(key, definition).ifPresent(source -> sources.put(key, source));
      }
    }
    return new EventSources(sources);
  }

  private Optional<EventSource> open(Channels.Key key, ChannelDefinition definition) {
    return definition instanceof ChannelDefinition.Jms channel
        ? jms.open(key, channel)
        : Optional.empty();
  }
}
