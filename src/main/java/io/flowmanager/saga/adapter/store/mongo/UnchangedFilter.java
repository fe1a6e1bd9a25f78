// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import io.flowmanager.saga.domain.SagaDocument;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/**
 * Matches a document that nobody has changed since it was read: its members are equal, its history
 * is as long, and what is ours has the same step and revision. A program that replaces a document
 * drops what is ours; one that sets members changes one of those that are compared.
 */
final class UnchangedFilter {

  private static final String ID = "_id";
  private static final String HISTORY = "history";
  private static final String EVENTS = HISTORY + ".events";

  private UnchangedFilter() {}

  static BsonDocument of(StoredDocument read) {
    var filter = new BsonDocument(ID, read.raw().get(ID));
    read.raw().forEach((name, value) -> addMember(filter, name, value));
    SagaDocument.MEMBERS.stream()
        .filter(name -> !read.raw().containsKey(name))
        .forEach(name -> filter.append(name, absent()));
    addHistory(filter, read.raw());
    addOwn(filter, read.own());
    return filter;
  }

  private static void addMember(BsonDocument filter, String name, BsonValue value) {
    boolean isOther = name.equals(ID) || name.equals(HISTORY) || name.equals(OwnKey.NAME);
    if (!isOther && canBeCompared(name, value)) {
      filter.append(name, new BsonDocument("$eq", value));
    }
  }

  /** A name with a dot means a path in a filter, and MongoDB does not compare with these types. */
  private static boolean canBeCompared(String name, BsonValue value) {
    return !name.isEmpty()
        && !name.startsWith("$")
        && name.indexOf('.') < 0
        && switch (value.getBsonType()) {
          case UNDEFINED, REGULAR_EXPRESSION -> false;
          default -> true;
        };
  }

  private static void addHistory(BsonDocument filter, BsonDocument raw) {
    BsonValue events = raw.isDocument(HISTORY) ? raw.getDocument(HISTORY).get("events") : null;
    if (events == null) {
      filter.append(EVENTS, absent());
    } else if (events.isArray()) {
      filter.append(EVENTS, new BsonDocument("$size", new BsonInt32(events.asArray().size())));
    }
  }

  private static void addOwn(BsonDocument filter, Optional<OwnKey> own) {
    own.ifPresentOrElse(
        key -> {
          filter.append(OwnKey.STEP, key.content().get("step"));
          filter.append(OwnKey.REVISION, key.content().get("revision"));
        },
        () -> filter.append(OwnKey.NAME, absent()));
  }

  private static BsonDocument absent() {
    return new BsonDocument("$exists", BsonBoolean.FALSE);
  }
}
