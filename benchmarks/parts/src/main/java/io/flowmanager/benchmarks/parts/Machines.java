// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.parts;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.FirstLevelMerge;
import io.flowmanager.saga.domain.MachineRules;
import io.flowmanager.saga.domain.StateMachine;
import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.MachineDefinition.OutputCommand;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import io.flowmanager.saga.domain.flow.reader.FlowReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Machines that decide; payloads replace metadata at the first level, as by default. */
final class Machines {

  private static final BusinessId ANY = new BusinessId("\"any\"");
  private static final int WAYS_OUT = 3;

  private Machines() {}

  /** Of {@code examples/order}. */
  static MachineDefinition order() {
    try (InputStream file = Machines.class.getResourceAsStream("/order.json")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      var reading = new FlowReader().read(JsonText.parse(text).asJsonObject());
      return ((FlowReading.Sound) reading).definition().machine();
    } catch (IOException e) {
      throw new UncheckedIOException("The flow of examples/order cannot be read.", e);
    }
  }

  /** A ring of states, each with a command and three transitions: {@code go0} to {@code go2}. */
  static MachineDefinition ring(int states) {
    return new MachineDefinition(
        "state0",
        "began",
        IntStream.range(0, states).mapToObj(number -> state(number, states)).toList(),
        List.of(),
        List.of());
  }

  private static State state(int number, int states) {
    List<Transition> waysOut =
        IntStream.range(0, WAYS_OUT)
            .mapToObj(way -> transition(way, (number + way + 1) % states))
            .toList();
    return new State(
        "state" + number,
        Optional.empty(),
        false,
        ANY,
        Optional.of(new OutputCommand("channel", "do" + number, Optional.empty())),
        List.of(),
        waysOut,
        Optional.empty());
  }

  private static Transition transition(int way, int target) {
    return new Transition("go" + way, "state" + target, Optional.of(ANY), Optional.empty());
  }

  static StateMachine of(MachineDefinition definition) {
    var rules = new MachineRules(new FirstLevelMerge(JsonText.builders()), Map.of(), false);
    return new StateMachine(Sagas.VERSION, definition, rules);
  }
}
