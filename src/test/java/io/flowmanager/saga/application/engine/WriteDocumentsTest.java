// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.application.document.DocumentBuilder;
import io.flowmanager.saga.application.document.DocumentEdit;
import io.flowmanager.saga.application.document.DocumentResult;
import io.flowmanager.saga.application.document.DocumentTransactions;
import io.flowmanager.saga.application.document.WriteDocuments;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.SettableClock;
import jakarta.transaction.TransactionalException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What happens around the transaction of a document. */
class WriteDocumentsTest {

  private static final DocumentResult RESULT = new DocumentResult.Incomplete(List.of());

  private final SagaCache cache = new SagaCache(new SettableClock(), 1_000_000);
  private int transactions;

  @Test
  void theCacheForgetsTheSaga() {
    Saga saga = aSaga().build();
    Saga other = aSaga().withId("other").build();
    cache.put(List.of(saga, other));

    write(saga.id(), () -> RESULT);

    assertThat(cache.size()).isOne();
  }

  @Test
  void whoComesTooLateToMakeASagaFindsItAtTheSecondTry() {
    DocumentResult result =
        write(
            new SagaId("new"),
            () -> {
              if (transactions == 1) {
                throw new StoreUnavailableException("another caller has made it", null);
              }
              return RESULT;
            });

    assertThat(result).isSameAs(RESULT);
    assertThat(transactions).isEqualTo(2);
  }

  @Test
  void aStoreThatStaysAwayIsAskedTwice() {
    assertThatThrownBy(
            () ->
                write(
                    new SagaId("a"),
                    () -> {
                      throw new StoreUnavailableException("away", null);
                    }))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(StoreUnavailableException.class);
    assertThat(transactions).isEqualTo(2);
  }

  @Test
  void aCommitThatBreaksOffMeansThatTheStoreIsUnavailable() {
    assertThatThrownBy(
            () ->
                write(
                    new SagaId("a"),
                    () -> {
                      throw new TransactionalException("broken off", new RuntimeException());
                    }))
        .hasCauseInstanceOf(StoreUnavailableException.class);
  }

  private DocumentResult write(SagaId id, Supplier<DocumentResult> transaction) {
    var documents = new WriteDocuments(new DocumentsBy(transaction), cache, Runnable::run);
    return documents
        .handle(anOrderFlow().build(), id, new DocumentBuilder().edit())
        .toCompletableFuture()
        .join();
  }

  /** Transactions whose results a test makes. */
  private final class DocumentsBy extends DocumentTransactions {

    private final Supplier<DocumentResult> transaction;

    DocumentsBy(Supplier<DocumentResult> transaction) {
      super(null, null, null);
      this.transaction = transaction;
    }

    @Override
    public DocumentResult write(Flow flow, SagaId id, DocumentEdit edit) {
      transactions++;
      return transaction.get();
    }
  }
}
