// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.flow.CommandHook;
import io.flowmanager.saga.application.flow.CommandHooks;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.domain.FirstLevelMerge;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.MachineRules;
import io.flowmanager.saga.domain.StateMachine;
import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.saga.domain.flow.FlowSettings;
import io.flowmanager.saga.domain.flow.LintSettings;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.PersistenceDefinition;
import io.flowmanager.saga.domain.flow.RetentionSettings;
import io.flowmanager.saga.domain.lint.LintReport;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A flow, as tests write it down; its first state is the initial one. */
public final class FlowBuilder {

  private final List<MachineDefinition.State> states = new ArrayList<>();
  private final Map<CommandHooks.Place, CommandHook> hooks = new HashMap<>();
  private String name = "order";
  private String version = "v1";
  private boolean refusesUnexpected;
  private RetentionSettings retention = RetentionSettings.KEEP_ALL;

  private FlowBuilder() {}

  /** A flow named "order", created by the event "orderCreated", as yet without states. */
  public static FlowBuilder aFlow() {
    return new FlowBuilder();
  }

  /** The order flow in short: created, paid, done, each but the last with a command. */
  public static FlowBuilder anOrderFlow() {
    return aFlow()
        .with(StateBuilder.aState("created").sends("payments", "pay").on("paid", "paid"))
        .with(StateBuilder.aState("paid").sends("stock", "prepare").on("prepared", "done"))
        .with(StateBuilder.aState("done").isFinal());
  }

  public FlowBuilder named(String text) {
    name = text;
    return this;
  }

  public FlowBuilder inVersion(String text) {
    version = text;
    return this;
  }

  public FlowBuilder refusingUnexpected() {
    refusesUnexpected = true;
    return this;
  }

  /** Its sagas go so long after their final step. */
  public FlowBuilder keepingFor(Duration after, RetentionSettings.Ending then) {
    retention = new RetentionSettings(Optional.of(after), then);
    return this;
  }

  public FlowBuilder with(StateBuilder state) {
    states.add(state.build());
    return this;
  }

  /** The command of that part of that state has a hook, at {@code /hook/state/part}. */
  public FlowBuilder hooking(String state, int part, Script script) {
    hooks.put(
        new CommandHooks.Place(state, part),
        new CommandHook(script, "/hook/" + state + "/" + part));
    return this;
  }

  public MachineDefinition machine() {
    return new MachineDefinition(
        states.get(0).id(), "orderCreated", List.copyOf(states), List.of(), List.of());
  }

  public Flow build() {
    var settings =
        new FlowSettings(
            false,
            Optional.empty(),
            refusesUnexpected,
            Optional.of(name + "-"),
            LintSettings.DEFAULTS,
            retention);
    var definition =
        new FlowDefinition(
            List.of(),
            new PersistenceDefinition.Jpa(),
            machine(),
            settings,
            JsonValue.EMPTY_JSON_OBJECT);
    var flowVersion = new FlowVersion(version);
    var merge = new FirstLevelMerge(JsonText.builders());
    var table =
        new StateMachine(
            flowVersion,
            definition.machine(),
            new MachineRules(merge, Map.of(), refusesUnexpected));
    return new Flow(
        new FlowName(name),
        flowVersion,
        definition,
        new LintReport(List.of()),
        table,
        new CommandHooks(hooks),
        name + "-");
  }
}
