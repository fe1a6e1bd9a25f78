// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.router.application.call.RoutedCall;
import io.flowmanager.router.application.route.RouteSaga.Started;
import io.flowmanager.router.domain.Mismatch;
import io.flowmanager.router.domain.RuleSet.Tried;
import io.flowmanager.router.domain.RulesFinding;
import io.flowmanager.router.domain.RulesReading;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The JSON of the router's rules and calls. */
final class RouterPages {

  private RouterPages() {}

  static JsonObject started(Started started) {
    return object()
        .add("sagaId", started.mainSaga())
        .add("subSagaId", started.subSaga())
        .add("subFlow", started.subFlow())
        .build();
  }

  static JsonObject findings(RulesReading reading) {
    var findings = JsonText.builders().createArrayBuilder();
    reading.findings().forEach(finding -> findings.add(finding(finding)));
    return object()
        .add("errors", reading.errors().size())
        .add("warnings", reading.warnings().size())
        .add("findings", findings)
        .build();
  }

  private static JsonObject finding(RulesFinding finding) {
    return object()
        .add("severity", finding.severity().name().toLowerCase(Locale.ROOT))
        .add("pointer", finding.pointer())
        .add("message", finding.message())
        .build();
  }

  /** {@code rule} is {@code null} if no rule matches. */
  static JsonObject match(List<Tried> tried) {
    Optional<String> winner =
        tried.stream()
            .filter(one -> one.mismatch().isEmpty())
            .map(one -> one.rule().id())
            .findFirst();
    var body = object();
    winner.ifPresentOrElse(id -> body.add("rule", id), () -> body.add("rule", JsonValue.NULL));
    var asked = JsonText.builders().createArrayBuilder();
    tried.forEach(one -> asked.add(asked(one)));
    return body.add("tried", asked).build();
  }

  private static JsonObject asked(Tried tried) {
    var body = object().add("rule", tried.rule().id()).add("matches", tried.mismatch().isEmpty());
    tried.mismatch().ifPresent(mismatch -> body.add("mismatch", mismatch(mismatch)));
    return body.build();
  }

  private static JsonObject mismatch(Mismatch mismatch) {
    return object().add("pointer", mismatch.pointer()).add("reason", mismatch.reason()).build();
  }

  /** Metadata is omitted, because it may be confidential. */
  static JsonObject calls(List<RoutedCall> calls) {
    var list = JsonText.builders().createArrayBuilder();
    calls.forEach(call -> list.add(call(call)));
    return object().add("calls", list).build();
  }

  private static JsonObject call(RoutedCall call) {
    RoutedCall.Progress progress = call.progress();
    boolean isOpen = progress.status() == RoutedCall.Status.OPEN;
    var body =
        object()
            .add("key", call.key().value())
            .add("status", progress.status().name().toLowerCase(Locale.ROOT))
            .add("associatedEntityId", call.order().associatedEntityId())
            .add("subFlow", call.ruleId())
            .add("attempts", progress.attempts())
            .add("begunAt", progress.begunAt().toString());
    call.mainSaga().ifPresent(id -> body.add("sagaId", id));
    call.subSaga().ifPresent(id -> body.add("subSagaId", id));
    progress.lastError().ifPresent(error -> body.add("lastError", error));
    if (isOpen) {
      body.add("nextAttemptAt", progress.nextAttempt().toString());
    }
    return body.build();
  }

  private static JsonObjectBuilder object() {
    return JsonText.builders().createObjectBuilder();
  }
}
