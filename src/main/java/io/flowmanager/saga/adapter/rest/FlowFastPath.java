// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.rest.FastPathEndpoints;
import io.flowmanager.platform.rest.RootEndpoint;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Starts and events, at the root and at every hosted flow. */
@ApplicationScoped
public class FlowFastPath implements FastPathEndpoints {

  private final Map<String, Call> calls = new HashMap<>();

  /** For the container's proxy. */
  protected FlowFastPath() {}

  @Inject
  public FlowFastPath(FlowCatalog flows, FlowEndpoint door, RootEndpoint root) {
    calls.put("/saga", root::start);
    calls.put("/event", root::event);
    flows.all().forEach(flow -> add(flow, door));
  }

  private void add(Flow flow, FlowEndpoint door) {
    String path = "/flows/" + flow.name();
    calls.put(path + "/saga", (key, body) -> door.start(flow, key, body));
    calls.put(path + "/event", (key, body) -> door.event(flow, key, body));
  }

  @Override
  public Optional<Call> at(String path) {
    return Optional.ofNullable(calls.get(path));
  }
}
