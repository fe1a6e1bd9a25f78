// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.SagaDocument;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes sagas into the archive before they are deleted, in no transaction: a slow disk holds no
 * lock of the database.
 */
@SingletonBean
public final class ArchiveSagas {

  private final Optional<SagaArchive> archive;
  private final FlowCatalog flows;
  private final RetentionTransactions transactions;
  private final RetentionMeter meter;

  /**
   * @param archive there, if any flow archives its sagas
   */
  @Inject
  public ArchiveSagas(
      Optional<SagaArchive> archive,
      FlowCatalog flows,
      RetentionTransactions transactions,
      RetentionMeter meter) {
    this.archive = archive;
    this.flows = flows;
    this.transactions = transactions;
    this.meter = meter;
  }

  /**
   * Returns when those of the sagas are durable that their rule archives.
   *
   * @throws ArchiveUnavailableException when they are not; nothing may be deleted then
   */
  void handle(Map<RetentionRule, List<StoredSaga>> over) {
    over.forEach(
        (rule, sagas) -> {
          if (rule.archives()) {
            archive(rule, sagas);
          }
        });
  }

  private void archive(RetentionRule rule, List<StoredSaga> sagas) {
    var form =
        new SagaDocument(
            JsonText.values(), flows.find(rule.flow()).map(flow -> flow.definition().machine()));
    List<SagaArchive.Document> documents =
        transactions.read(sagas).stream().map(saga -> document(form, saga)).toList();
    archive
        .orElseThrow(() -> new IllegalStateException("There is no archive to write to."))
        .write(rule.flow(), documents);
    meter.archived(rule.flow(), documents.size());
  }

  private static SagaArchive.Document document(SagaDocument form, SagaWithHistory read) {
    return new SagaArchive.Document(read.saga().id(), form.full(read.saga(), read.history()));
  }
}
