// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import io.flowmanager.saga.application.remote.UnreadableDocumentException;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.application.store.UnstorableException;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BSONException;
import org.bson.BsonDocument;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonValue;

/**
 * Tells failures of the driver in the words of the port. Messages and causes of the driver are left
 * out, as they may quote addresses, documents or credentials; the driver's own log has the rest.
 */
final class MongoFailures {

  private static final int DUPLICATE_KEY = 11000;

  /** Of a document whose names, depth, or content by a rule of the collection, are refused. */
  private static final Set<Integer> REFUSED = Set.of(2, 15, 52, 57, 121);

  private static final Set<Integer> TOO_LARGE = Set.of(10334, 17280, 17419, 17420);

  /** A time limit, a shutdown or an election: the server may have done it before. */
  private static final Set<Integer> INTERRUPTED = Set.of(50, 91, 189, 262, 11600, 11601, 11602);

  private final String place;

  /**
   * @param place names the collection and the flow
   */
  MongoFailures(String place) {
    this.place = place;
  }

  /** Of a read, or a write that may be made again: nothing has changed. */
  StoreUnavailableException ofRead(RuntimeException failure) {
    return unavailable(reason(failure));
  }

  /** Of a write that must not be made twice. */
  RuntimeException ofWrite(RuntimeException failure) {
    if (failure instanceof MongoWriteConcernException) {
      return inDoubt(failure);
    }
    int code = code(failure);
    if (failure instanceof BsonMaximumSizeExceededException || TOO_LARGE.contains(code)) {
      return unstorable("does not take a document of more than 16 MB, what is ours included");
    }
    if (failure instanceof BSONException || failure instanceof IllegalArgumentException) {
      return unstorable("does not take such a document");
    }
    if (REFUSED.contains(code)) {
      return unstorable("does not take the document: it " + reason(failure));
    }
    if (code == DUPLICATE_KEY) {
      return unavailable("has had the saga or its start key stored by somebody else meanwhile");
    }
    return mayBeDone(failure) ? inDoubt(failure) : unavailable(reason(failure));
  }

  private CommitInDoubtException inDoubt(RuntimeException failure) {
    return new CommitInDoubtException(
        sentence(reason(failure)) + " The step may be stored or not.", null);
  }

  /** Whether the write may have happened. */
  private static boolean mayBeDone(RuntimeException failure) {
    if (failure instanceof MongoOperationTimeoutException
        || failure instanceof MongoNodeIsRecoveringException
        || INTERRUPTED.contains(code(failure))) {
      return true;
    }
    boolean isKnown =
        failure instanceof MongoClientException
            || failure instanceof MongoSocketOpenException
            || failure instanceof MongoNotPrimaryException
            || failure instanceof MongoCommandException
            || failure instanceof MongoWriteException;
    return failure instanceof MongoException && !isKnown;
  }

  private static int code(RuntimeException failure) {
    return failure instanceof MongoException known ? known.getCode() : 0;
  }

  private static String reason(RuntimeException failure) {
    if (failure instanceof MongoSecurityException) {
      return "refuses the login of its connectionUri";
    }
    if (failure instanceof MongoOperationTimeoutException) {
      return "did not answer in time";
    }
    if (failure instanceof MongoTimeoutException || failure instanceof MongoSocketOpenException) {
      return "cannot be reached: no server that can be written to was found in time";
    }
    if (failure instanceof MongoSocketException) {
      return "broke off the connection or did not answer in time";
    }
    if (failure instanceof MongoCommandException command) {
      return "answered error " + command.getErrorCode() + " " + command.getErrorCodeName();
    }
    int code = code(failure);
    return code > 0
        ? "answered error " + code
        : "could not be asked: " + failure.getClass().getSimpleName();
  }

  /**
   * Reads from a document.
   *
   * @throws StoreUnavailableException when it is not of the form that it has to be
   */
  <T> T understood(BsonDocument document, Supplier<T> read) {
    try {
      return read.get();
    } catch (UnreadableDocumentException e) {
      throw unavailable(
          "has the document " + id(document) + ", which is not understood: " + e.getMessage());
    } catch (BSONException | IllegalArgumentException e) {
      throw unavailable(
          "has the document "
              + id(document)
              + ", whose own key "
              + OwnKey.NAME
              + " is not understood");
    }
  }

  private static String id(BsonDocument document) {
    BsonValue saga = document.get("sagaId");
    return saga != null && saga.isString()
        ? "of saga " + saga.asString().getValue()
        : "of some saga";
  }

  StoreUnavailableException unavailable(String what) {
    return new StoreUnavailableException(sentence(what), null);
  }

  private UnstorableException unstorable(String what) {
    return new UnstorableException(sentence(what), null);
  }

  private String sentence(String what) {
    return "The MongoDB " + place + " " + what + ".";
  }
}
