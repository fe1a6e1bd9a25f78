// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.flow.CommandHook;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.flow.HookFailedException;
import io.flowmanager.saga.application.script.ScriptFailedException;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaDocument;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Runs the hooks of commands, as the currently loaded flows define them. A hook sees its saga as of
 * the command's own transition, no matter how late it runs. Thread-safe.
 */
public final class RunHooks {

  private final FlowCatalog flows;
  private final Function<SagaId, Optional<SagaWithHistory>> sagas;
  private final Executor threads;
  private final int atOnce;

  /**
   * @param sagas reads a saga as it was last committed; may block and fail
   * @param threads executor that reads sagas and runs hooks; must not run tasks on the caller's
   *     thread
   * @param atOnce how many runs the executor supports at once
   */
  public RunHooks(
      FlowCatalog flows,
      Function<SagaId, Optional<SagaWithHistory>> sagas,
      Executor threads,
      int atOnce) {
    this.flows = flows;
    this.sagas = sagas;
    this.threads = threads;
    this.atOnce = atOnce;
  }

  /** How many runs there may be at once. The caller must respect this limit. */
  int atOnce() {
    return atOnce;
  }

  /** The hook that makes the message of the command, if there is one. Cheap. */
  Optional<CommandHook> find(FlowName flow, Command command) {
    return flows.find(flow).flatMap(hosted -> hosted.hooks().find(command));
  }

  /**
   * Makes the message; returns at once. The stage completes exceptionally with {@link
   * HookFailedException} if the hook failed, and with another exception for any other cause.
   */
  CompletionStage<JsonObject> run(CommandHook hook, FlowName flow, Command command) {
    try {
      return CompletableFuture.supplyAsync(() -> make(hook, flow, command), threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private JsonObject make(CommandHook hook, FlowName name, Command command) {
    Flow flow = flows.find(name).orElseThrow();
    MachineDefinition machine = flow.definition().machine();
    SagaWithHistory then = asOf(command, machine);
    JsonObject document =
        new SagaDocument(JsonText.values(), Optional.of(machine)).full(then.saga(), then.history());
    try {
      return hook.message(document, command.label());
    } catch (ScriptFailedException e) {
      if (e.reason() == ScriptFailedException.Reason.INTERRUPTED) {
        throw new IllegalStateException("The server is shutting down.", e);
      }
      throw new HookFailedException(flow.version(), hook.pointer(), e);
    }
  }

  private SagaWithHistory asOf(Command command, MachineDefinition machine) {
    SagaId id = command.id().saga();
    SagaWithHistory now = sagas.apply(id).orElseThrow(() -> lost("The saga " + id));
    List<HistoryEntry> untilThen =
        now.history().stream()
            .filter(entry -> entry.sequence() <= command.id().sequence())
            .toList();
    HistoryEntry last =
        untilThen.stream()
            .filter(entry -> entry.sequence() == command.id().sequence())
            .findFirst()
            .orElseThrow(() -> lost("The step of the command " + command.id()));
    return new SagaWithHistory(asOf(last, now.saga(), command, machine), untilThen);
  }

  private static Saga asOf(
      HistoryEntry entry, Saga now, Command command, MachineDefinition machine) {
    boolean isFinal =
        machine.states().stream()
            .anyMatch(state -> state.isFinal() && state.id().equals(entry.state()));
    return new Saga(
        now.id(),
        now.flow(),
        now.flowVersion(),
        now.associatedEntityId(),
        new Saga.Position(entry.state(), isFinal, entry.businessState(), entry.event()),
        command.payload(),
        entry.sequence(),
        now.createdAt(),
        entry.at());
  }

  private static IllegalStateException lost(String what) {
    return new IllegalStateException(what + " is no longer in the store, but its hook needs it.");
  }
}
