// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.call.RoutedCall;
import io.flowmanager.router.application.call.RoutedCall.Progress;
import io.flowmanager.router.application.call.RoutedCall.Status;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code router_call}. */
@Entity
@Table(name = "router_call")
class RouterCallRow {

  private static final int MAX_ERROR = 1000;

  @Id
  @Column(name = "call_key")
  private String callKey;

  @Column(name = "own_key")
  private boolean ownKey;

  @Column(name = "entity_id")
  private String entityId;

  @Column(name = "metadata")
  private String metadata;

  @Column(name = "rule_id")
  private String ruleId;

  @Column(name = "main_saga_id")
  private String mainSagaId;

  @Column(name = "sub_saga_id")
  private String subSagaId;

  @Column(name = "status")
  private String status;

  @Column(name = "attempts")
  private int attempts;

  @Column(name = "next_attempt_at")
  private long nextAttemptAt;

  @Column(name = "last_error")
  private String lastError;

  @Column(name = "begun_at")
  private long begunAt;

  protected RouterCallRow() {}

  RouterCallRow(RoutedCall call) {
    callKey = call.key().value();
    entityId = call.order().associatedEntityId();
    metadata = JsonText.write(call.order().metadata());
    ruleId = call.ruleId();
    begunAt = call.progress().begunAt().toEpochMilli();
    advance(call);
  }

  final void advance(RoutedCall call) {
    Progress progress = call.progress();
    ownKey = call.isOwnKey();
    mainSagaId = call.mainSaga().orElse(null);
    subSagaId = call.subSaga().orElse(null);
    status = progress.status().name();
    attempts = progress.attempts();
    nextAttemptAt = progress.nextAttempt().toEpochMilli();
    lastError = progress.lastError().map(RouterCallRow::storable).orElse(null);
  }

  /** PostgreSQL has no U+0000, and a stranger's answer may be quoted in an error. */
  private static String storable(String error) {
    String start = error.length() > MAX_ERROR ? error.substring(0, MAX_ERROR) : error;
    return start.replace('\u0000', '\uFFFD');
  }

  void lease(Instant until) {
    nextAttemptAt = until.toEpochMilli();
  }

  RoutedCall toCall() {
    var progress =
        new Progress(
            Status.valueOf(status),
            attempts,
            Instant.ofEpochMilli(nextAttemptAt),
            Optional.ofNullable(lastError),
            Instant.ofEpochMilli(begunAt));
    return new RoutedCall(
        new CallKey(callKey),
        ownKey,
        new NewSagaOrder(entityId, JsonText.parse(metadata).asJsonObject()),
        ruleId,
        Optional.ofNullable(mainSagaId),
        Optional.ofNullable(subSagaId),
        progress);
  }
}
