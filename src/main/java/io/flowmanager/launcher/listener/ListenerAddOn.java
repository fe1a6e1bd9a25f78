// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.listener;

import io.flowmanager.launcher.ServerPhase;
import io.flowmanager.launcher.settings.HttpLimits;
import java.util.function.Supplier;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Puts our filters around the HTTP codec of a listener, before its port is open. Payara looks for
 * add-ons of some names among its services; ours goes by the name of the one for Comet, which no
 * servlet uses ({@code META-INF/hk2-locator/default}). The bounds are those of each listener.
 */
public final class ListenerAddOn implements AddOn {

  private final HttpLimits limits;
  private final Supplier<ServerPhase> phase;

  /** Made by the server. */
  public ListenerAddOn() {
    this(HttpLimits.current(), ServerPhase::current);
  }

  ListenerAddOn(HttpLimits limits, Supplier<ServerPhase> phase) {
    this.limits = limits;
    this.phase = phase;
  }

  @Override
  public void setup(NetworkListener ignored, FilterChainBuilder filters) {
    var connections = new ClientConnections(limits);
    int codecPlace = filters.indexOfType(HttpServerFilter.class);
    var codec = (HttpServerFilter) filters.get(codecPlace);
    codec.getMonitoringConfig().addProbes(new CodecErrors());
    filters.add(codecPlace + 1, new RequestFilter(limits, phase));
    filters.add(codecPlace, new ConnectionFilter(connections));
    connections.watch();
  }
}
