// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps documents in memory, and fails as it is told to. */
final class MemoryDocumentService implements DocumentService {

  /** Ends a node's work as if its process had ended: nothing catches it. */
  static final class Crash extends Error {

    private static final long serialVersionUID = 1L;
  }

  /** What happens to a write. */
  enum Conduct {
    KEEPS,
    /** Fails, and does not have it. */
    LOSES,
    /** Fails, and has it. */
    HIDES,
    /** Says that it has it, and does not. */
    LIES,
    /** The node dies before the service has it. */
    NODE_DIES_BEFORE,
    /** The node dies when the service has it. */
    NODE_DIES_AFTER
  }

  private final Map<SagaId, JsonObject> documents = new ConcurrentHashMap<>();
  private final List<JsonObject> writes = new CopyOnWriteArrayList<>();
  private final boolean namesSagas;
  private volatile Conduct conduct = Conduct.KEEPS;
  private volatile boolean isDown;
  private volatile Runnable beforeWrite = () -> {};

  MemoryDocumentService(boolean namesSagas) {
    this.namesSagas = namesSagas;
  }

  void behave(Conduct next) {
    conduct = next;
  }

  void isDown(boolean down) {
    isDown = down;
  }

  /** While a write is under way. */
  void beforeWrite(Runnable event) {
    beforeWrite = event;
  }

  /** As somebody else writes it. */
  void put(SagaId id, JsonObject document) {
    documents.put(id, document);
  }

  void remove(SagaId id) {
    documents.remove(id);
  }

  Optional<JsonObject> document(SagaId id) {
    return Optional.ofNullable(documents.get(id));
  }

  /** All documents that it was sent. */
  List<JsonObject> writes() {
    return writes;
  }

  @Override
  public boolean namesSagas() {
    return namesSagas;
  }

  @Override
  public Optional<JsonObject> read(SagaId id) {
    requireUp();
    return document(id);
  }

  private void requireUp() {
    if (isDown) {
      throw new StoreUnavailableException("GET http://on.purpose answered 500.", null);
    }
  }

  @Override
  public void write(SagaId id, JsonObject document) {
    beforeWrite.run();
    requireUp();
    writes.add(document);
    boolean isKept =
        conduct == Conduct.KEEPS || conduct == Conduct.HIDES || conduct == Conduct.NODE_DIES_AFTER;
    if (isKept) {
      documents.put(id, document);
    }
    if (conduct == Conduct.NODE_DIES_BEFORE || conduct == Conduct.NODE_DIES_AFTER) {
      throw new Crash();
    }
    if (conduct == Conduct.LOSES || conduct == Conduct.HIDES) {
      throw new StoreUnavailableException("PUT http://on.purpose has no answer.", null);
    }
  }
}
