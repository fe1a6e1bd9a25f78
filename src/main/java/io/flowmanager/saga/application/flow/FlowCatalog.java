// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.saga.domain.flow.FlowName;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The flows that this server runs. Immutable. */
public final class FlowCatalog {

  private final Map<FlowName, Flow> flows;
  private final Map<String, Flow> byText;
  private final Optional<FlowName> root;

  /**
   * @param root the flow that is also served without its name in the path; one of {@code flows}
   */
  public FlowCatalog(List<Flow> flows, Optional<FlowName> root) {
    var byName = new LinkedHashMap<FlowName, Flow>();
    flows.forEach(flow -> byName.put(flow.name(), flow));
    this.flows = Collections.unmodifiableMap(byName);
    this.byText = flows.stream().collect(Collectors.toMap(flow -> flow.name().value(), f -> f));
    this.root = root;
  }

  public Optional<Flow> find(FlowName name) {
    return Optional.ofNullable(flows.get(name));
  }

  /**
   * The flow of that name. The name may be any text, also one that is not a valid name of a flow.
   */
  public Optional<Flow> named(String name) {
    return Optional.ofNullable(byText.get(name));
  }

  /** The flow of {@code CONFIGURATIONS_FILE_PATH}. */
  public Optional<Flow> root() {
    return root.map(flows::get);
  }

  /** In the order in which they were loaded. */
  public Collection<Flow> all() {
    return flows.values();
  }
}
