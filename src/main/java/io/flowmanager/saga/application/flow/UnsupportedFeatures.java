// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.PersistenceDefinition;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Features of the flow format that this version does not support. They are refused at the start.
 */
final class UnsupportedFeatures {

  private static final String SUFFIX =
      " is part of the format, but not available yet in this version of Flow Manager";

  List<FlowFault> faults(FlowDefinition flow) {
    var faults = new ArrayList<FlowFault>();
    for (int i = 0; i < flow.machine().states().size(); i++) {
      state(faults, "/machineDefinition/states/" + i, flow.machine().states().get(i));
    }
    if (flow.settings().retention().after().isPresent()
        && !(flow.persistence() instanceof PersistenceDefinition.Jpa)) {
      faults.add(fault("/settings/retention", "Retention of sagas that are stored elsewhere"));
    }
    reliability(faults, flow.document().getJsonObject("machineDefinition"));
    return faults;
  }

  private static void state(List<FlowFault> faults, String pointer, State state) {
    if (state.timeout().isPresent()) {
      faults.add(fault(pointer + "/timeout", "A timeout"));
    }
  }

  private static void reliability(List<FlowFault> faults, JsonObject machine) {
    List<JsonObject> states = machine.getJsonArray("states").getValuesAs(JsonObject.class);
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i).get("outputCommand") instanceof JsonObject command) {
        String pointer = "/machineDefinition/states/" + i + "/outputCommand/";
        Stream.of("retry", "onFailure")
            .filter(command::containsKey)
            .forEach(key -> faults.add(fault(pointer + key, "\"" + key + "\"")));
      }
    }
  }

  private static FlowFault fault(String pointer, String what) {
    return new FlowFault(pointer, what + SUFFIX + ".");
  }
}
