// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Set;

/** The indexes of a collection. Making one that is there changes nothing. */
record MongoIndexes(MongoLink link) {

  private static final int DUPLICATE_KEY = 11000;

  /** An index of that name or those keys is there, with other options. */
  private static final Set<Integer> CONFLICTS = Set.of(85, 86);

  private static final List<IndexModel> ALL =
      List.of(
          new IndexModel(Indexes.ascending("sagaId"), new IndexOptions().unique(true)),
          new IndexModel(
              Indexes.ascending(OwnKey.START_KEY), new IndexOptions().unique(true).sparse(true)),
          new IndexModel(Indexes.ascending(OwnKey.PENDING_SINCE), new IndexOptions().sparse(true)));

  /**
   * Makes those that are missing, each by itself.
   *
   * @throws io.flowmanager.saga.application.store.StoreUnavailableException when the server cannot
   *     be reached, or the collection has to be put in order first; the message says how
   */
  void make() {
    RuntimeException first = null;
    for (IndexModel index : ALL) {
      try {
        link.call(collection -> collection.createIndexes(List.of(index)), this::translated);
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /** What a failure to make an index means; the message says how to mend it. */
  RuntimeException translated(RuntimeException failure) {
    int code = failure instanceof MongoException known ? known.getCode() : 0;
    if (code == DUPLICATE_KEY) {
      return link.failures().unavailable(duplicates());
    }
    if (CONFLICTS.contains(code)) {
      return link.failures()
          .unavailable(
              "has an index of the same name as one of sagaId_1, flowManager.startKey_1 and"
                  + " flowManager.pendingSince_1, with other keys or not unique. Drop it, and the"
                  + " server makes its own");
    }
    return link.failures().ofRead(failure);
  }

  private String duplicates() {
    return "has more than one document of a saga, or without a sagaId. Find them with"
        + " db.getCollection(\""
        + link.collection()
        + "\").aggregate([{$group: {_id: \"$sagaId\", documents: {$push: \"$_id\"}, n: {$sum: 1}}},"
        + " {$match: {n: {$gt: 1}}}]) and keep one of each";
  }
}
