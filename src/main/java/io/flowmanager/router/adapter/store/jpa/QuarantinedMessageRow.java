// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.message.QuarantinedMessage;
import io.flowmanager.router.application.message.RouterMessage;
import io.flowmanager.router.application.message.RouterMessage.Input;
import io.flowmanager.router.application.message.RouterMessage.Place;
import io.flowmanager.router.application.route.RoutedEvent;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code router_parked}. */
@Entity
@Table(name = "router_parked")
class QuarantinedMessageRow {

  private static final int MAX_REASON = 1000;
  private static final String LABEL = "messageLabel";
  private static final String PAYLOAD = "messagePayload";

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "call_key")
  private String callKey;

  @Column(name = "inlet")
  private String input;

  @Column(name = "saga_id")
  private String sagaId;

  @Column(name = "topic")
  private String topic;

  @Column(name = "partition_no")
  private int partition;

  @Column(name = "message_offset")
  private long messageOffset;

  @Column(name = "message_value")
  private String messageValue;

  @Column(name = "reason")
  private String reason;

  @Column(name = "parked_at")
  private long quarantinedAt;

  protected QuarantinedMessageRow() {}

  QuarantinedMessageRow(QuarantinedMessage quarantined) {
    RouterMessage message = quarantined.message();
    id = quarantined.id();
    callKey = message.key().value();
    input = message.input().name();
    sagaId = message.event().saga();
    topic = message.place().topic();
    partition = message.place().partition();
    messageOffset = message.place().offset();
    messageValue = value(message.event());
    quarantinedAt = quarantined.quarantinedAt().toEpochMilli();
    because(quarantined.reason());
  }

  private static String value(RoutedEvent event) {
    return JsonText.write(
        JsonText.builders()
            .createObjectBuilder()
            .add(LABEL, event.label())
            .add(PAYLOAD, event.payload())
            .build());
  }

  /** PostgreSQL has no U+0000, and a stranger's answer may be quoted in a reason. */
  final void because(String text) {
    String start = text.length() > MAX_REASON ? text.substring(0, MAX_REASON) : text;
    reason = start.replace('\u0000', '\uFFFD');
  }

  QuarantinedMessage toMessage() {
    JsonObject value = JsonText.parse(messageValue).asJsonObject();
    var event = new RoutedEvent(sagaId, value.getString(LABEL), value.getJsonObject(PAYLOAD));
    var message =
        new RouterMessage(
            new Place(topic, partition, messageOffset),
            Input.valueOf(input),
            new CallKey(callKey),
            event);
    return new QuarantinedMessage(id, message, reason, Instant.ofEpochMilli(quarantinedAt));
  }
}
