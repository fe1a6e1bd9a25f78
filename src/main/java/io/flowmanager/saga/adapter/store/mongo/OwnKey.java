// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.SagaId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What a document holds for this server beside the members of the contract. Members that it does
 * not know, such as those of a later version, stay as they are.
 *
 * <p>Methods that read throw {@link RuntimeException} where a member is not of the expected form.
 *
 * @param content the value of the key {@value #NAME}
 */
record OwnKey(BsonDocument content) {

  static final String NAME = "flowManager";
  static final String STEP = NAME + ".step";
  static final String REVISION = NAME + ".revision";
  static final String START_KEY = NAME + ".startKey";
  static final String RECEIPTS = NAME + ".receipts";
  static final String PENDING = NAME + ".pending";
  static final String PENDING_SINCE = NAME + ".pendingSince";

  private static final String VERSION = "flowVersion";

  /** The own key of a document, if it has one: a replace by another program drops it. */
  static Optional<OwnKey> of(BsonDocument document) {
    return Optional.ofNullable(document.get(NAME)).map(value -> new OwnKey(value.asDocument()));
  }

  /** Number of the latest step that was stored by this server. */
  long step() {
    return content.getNumber(member(STEP)).longValue();
  }

  /** How often this server has stored something in the document. */
  long revision() {
    return content.getNumber(member(REVISION)).longValue();
  }

  FlowVersion flowVersion() {
    return new FlowVersion(content.getString(VERSION).getValue());
  }

  /** The receipts of those events. */
  List<Receipt> receipts(SagaId saga, Set<EventId> events) {
    return list(RECEIPTS).stream()
        .map(BsonValue::asDocument)
        .filter(receipt -> events.contains(ReceiptBson.event(receipt)))
        .map(receipt -> ReceiptBson.fromBson(saga, receipt))
        .toList();
  }

  /** Commands that are not known to be in the outbox, oldest first. */
  List<PendingCommand> pending(SagaId saga) {
    return list(PENDING).stream()
        .map(command -> CommandBson.fromBson(saga, command.asDocument()))
        .toList();
  }

  private BsonArray list(String path) {
    return content.getArray(member(path), new BsonArray());
  }

  /** The key as the change leaves it; what was pending before it is not any more. */
  static OwnKey after(Optional<OwnKey> before, SagaChange change, Instant now) {
    var next = new BsonDocument();
    before.ifPresent(own -> next.putAll(own.content()));
    long revision = before.map(OwnKey::revision).orElse(0L) + 1;
    next.put(member(STEP), new BsonInt64(change.saga().sequence()));
    next.put(member(REVISION), new BsonInt64(revision));
    next.put(VERSION, new BsonString(change.saga().flowVersion().value()));
    if (change.origin() instanceof Origin.Created created) {
      created.key().ifPresent(key -> next.put(member(START_KEY), startKey(key)));
    }
    putReceipts(next, change.receipts());
    putPending(next, change.commands(), now);
    return new OwnKey(next);
  }

  private static void putReceipts(BsonDocument next, List<Receipt> added) {
    if (added.isEmpty()) {
      return;
    }
    var receipts = new BsonArray(next.getArray(member(RECEIPTS), new BsonArray()));
    added.forEach(receipt -> receipts.add(ReceiptBson.toBson(receipt)));
    next.put(member(RECEIPTS), receipts);
  }

  private static void putPending(BsonDocument next, List<PendingCommand> commands, Instant now) {
    next.remove(member(PENDING));
    next.remove(member(PENDING_SINCE));
    if (commands.isEmpty()) {
      return;
    }
    var pending = new BsonArray();
    commands.forEach(command -> pending.add(CommandBson.toBson(command)));
    next.put(member(PENDING), pending);
    next.put(member(PENDING_SINCE), new BsonDateTime(now.toEpochMilli()));
  }

  /** One text, as a flow's name has no slash: an index of two parts would not be sparse. */
  static BsonString startKey(StartKey key) {
    return new BsonString(key.flow() + "/" + key.key());
  }

  private static String member(String path) {
    return path.substring(NAME.length() + 1);
  }
}
