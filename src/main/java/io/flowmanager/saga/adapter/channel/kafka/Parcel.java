// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.kafka;

import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A command on its way.
 *
 * @param leavesBy when it must be with the producer
 */
record Parcel(Outgoing message, CompletableFuture<Void> delivered, Deadline leavesBy) {

  boolean isLate() {
    return leavesBy.remaining().isZero();
  }

  byte[] value() {
    return JsonText.bytes(message.message());
  }

  ProducerRecord<byte[], byte[]> to(String topic, byte[] value) {
    var id = message.command().id();
    var entry = new ProducerRecord<>(topic, bytes(id.saga().value()), value);
    entry.headers().add("commandId", bytes(id.toString()));
    return entry;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  void fail(String why) {
    delivered.completeExceptionally(new UndeliveredCommandException(why));
  }
}
