// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.script.InvalidScriptException;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.application.script.Scripts;
import io.flowmanager.saga.domain.DeepMerge;
import io.flowmanager.saga.domain.FirstLevelMerge;
import io.flowmanager.saga.domain.MachineRules;
import io.flowmanager.saga.domain.MergeCustomizer;
import io.flowmanager.saga.domain.MetadataMerge;
import io.flowmanager.saga.domain.PayloadCheck;
import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.FlowSettings;
import io.flowmanager.saga.domain.flow.Hook;
import io.flowmanager.saga.domain.flow.MachineDefinition.OutputCommand;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Compiles the schemas and scripts of a flow, once, when the flow is loaded. */
public final class FlowCompiler {

  private final Scripts scripts;
  private final PayloadSchemas schemas;

  public FlowCompiler(Scripts scripts, PayloadSchemas schemas) {
    this.scripts = scripts;
    this.schemas = schemas;
  }

  /** The rules of the flow's machine. If a fault was reported, they must not be used. */
  public MachineRules compile(FlowDefinition flow, Consumer<FlowFault> faults) {
    return new MachineRules(
        merge(flow.settings(), faults),
        checks(flow.machine().states(), faults),
        flow.settings().throwOnUnexpectedEvents());
  }

  /** The hooks of the flow's commands. If a fault was reported, they must not be used. */
  public CommandHooks compileHooks(FlowDefinition flow, Consumer<FlowFault> faults) {
    Map<CommandHooks.Place, CommandHook> hooks = new HashMap<>();
    for (State state : flow.machine().states()) {
      List<Optional<Hook>> parts = new ArrayList<>();
      parts.add(state.outputCommand().flatMap(OutputCommand::hook));
      state.sideEffects().forEach(effect -> parts.add(effect.hook()));
      for (int part = 0; part < parts.size(); part++) {
        var place = new CommandHooks.Place(state.id(), part);
        parts
            .get(part)
            .flatMap(hook -> compiled(hook, faults))
            .ifPresent(hook -> hooks.put(place, hook));
      }
    }
    return new CommandHooks(hooks);
  }

  private Optional<CommandHook> compiled(Hook hook, Consumer<FlowFault> faults) {
    return script(hook, faults).map(script -> new CommandHook(script, hook.pointer()));
  }

  private MetadataMerge merge(FlowSettings settings, Consumer<FlowFault> faults) {
    if (!settings.deepMergeMetadata()) {
      return new FirstLevelMerge(JsonText.builders());
    }
    return settings
        .deepMergeHook()
        .<MetadataMerge>flatMap(
            hook -> script(hook, faults).map(script -> new HookedMerge(script, hook.pointer())))
        .orElseGet(
            () -> new DeepMerge(JsonText.values(), JsonText.builders(), MergeCustomizer.NONE));
  }

  private Optional<Script> script(Hook hook, Consumer<FlowFault> faults) {
    try {
      return Optional.of(scripts.compile(hook));
    } catch (InvalidScriptException e) {
      faults.accept(new FlowFault(hook.pointer(), e.getMessage()));
      return Optional.empty();
    }
  }

  private Map<Transition, PayloadCheck> checks(List<State> states, Consumer<FlowFault> faults) {
    Map<Transition, PayloadCheck> checks = new HashMap<>();
    for (int i = 0; i < states.size(); i++) {
      List<Transition> transitions = states.get(i).outgoingTransitions();
      for (int j = 0; j < transitions.size(); j++) {
        Transition transition = transitions.get(j);
        String pointer = "/machineDefinition/states/" + i + "/outgoingTransitions/" + j;
        transition
            .payloadValidationSchema()
            .flatMap(schema -> check(schema, pointer, faults))
            .ifPresent(check -> checks.put(transition, check));
      }
    }
    return checks;
  }

  private Optional<PayloadCheck> check(
      JsonObject schema, String transition, Consumer<FlowFault> faults) {
    try {
      return Optional.of(schemas.compile(schema));
    } catch (InvalidSchemaException e) {
      faults.accept(new FlowFault(transition + "/payloadValidationSchema", e.getMessage()));
      return Optional.empty();
    }
  }
}
