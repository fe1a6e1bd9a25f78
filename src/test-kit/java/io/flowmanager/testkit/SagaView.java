// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.Refusal;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaDocument;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A saga as it is stored, and the words for it in messages. */
record SagaView(MemoryEngine engine, SagaId id) {

  SagaWithHistory read() {
    return engine.find(id).orElseThrow();
  }

  Saga saga() {
    return read().saga();
  }

  JsonObject document() {
    SagaWithHistory read = read();
    return new SagaDocument(JsonText.values(), Optional.of(engine.flow().definition().machine()))
        .full(read.saga(), read.history());
  }

  AssertionError failure(String sentence) {
    return new AssertionError(
        "The saga " + id + " in state " + saga().state() + " " + sentence + ".");
  }

  String waiting() {
    String commands =
        engine.pending(id).stream()
            .map(pending -> pending.command().label() + " to " + pending.command().channel())
            .collect(Collectors.joining(", "));
    return commands.isEmpty() ? "" : "; not sent yet: " + commands;
  }

  String words(Answer answer) {
    if (answer instanceof Answer.Transitioned moved) {
      return "moved to " + moved.state();
    } else if (answer instanceof Answer.Refused refused) {
      return "refused it: " + words(refused.refusal());
    }
    return "ignored it; it expects " + expected();
  }

  private List<String> expected() {
    return engine.flow().definition().machine().states().stream()
        .filter(state -> state.id().equals(saga().state()))
        .flatMap(state -> state.outgoingTransitions().stream())
        .map(transition -> transition.inputEvent())
        .toList();
  }

  String words(Refusal refusal) {
    return refusal.violations().stream()
        .map(violation -> violation.pointer() + " " + violation.message())
        .collect(Collectors.joining("; ", refusal.kind() + ". " + refusal.detail() + " ", ""));
  }
}
