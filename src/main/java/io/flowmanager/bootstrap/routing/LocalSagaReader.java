// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.route.RoutedSaga;
import io.flowmanager.router.application.route.SagaReader;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.store.ReadSagas;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaDocument;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

/** The sagas in this server's own store. */
final class LocalSagaReader implements SagaReader {

  private final ReadSagas sagas;
  private final FlowCatalog flows;
  private final Predicate<FlowName> isWanted;

  /**
   * @param isWanted whose sagas are shown; those of other flows are not found
   */
  LocalSagaReader(ReadSagas sagas, FlowCatalog flows, Predicate<FlowName> isWanted) {
    this.sagas = sagas;
    this.flows = flows;
    this.isWanted = isWanted;
  }

  @Override
  public CompletionStage<Optional<RoutedSaga>> find(String id) {
    Optional<SagaId> saga = SagaId.find(id);
    if (saga.isEmpty()) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    try {
      return sagas
          .find(saga.get())
          .handle(
              (found, failure) -> {
                if (failure != null) {
                  throw failed(failure);
                }
                return found.filter(one -> isWanted.test(one.saga().flow())).map(this::routed);
              });
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedStage(
          new RoutingException(Kind.BUSY, "Too many reads are waiting. Try again."));
    }
  }

  private RoutedSaga routed(SagaWithHistory found) {
    var machine = flows.find(found.saga().flow()).map(flow -> flow.definition().machine());
    var document = new SagaDocument(JsonText.values(), machine);
    return new RoutedSaga(found.saga().id().value(), document.full(found.saga(), found.history()));
  }

  private static RuntimeException failed(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof StoreUnavailableException
        ? new RoutingException(Kind.STORE_UNAVAILABLE, "The database is unavailable now.")
        : new CompletionException(cause);
  }
}
