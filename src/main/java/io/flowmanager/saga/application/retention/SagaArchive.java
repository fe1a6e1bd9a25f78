// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.json.JsonObject;
import java.util.List;

/** Where sagas stand that are no longer in the database. */
public interface SagaArchive {

  /**
   * Writes the sagas. When the call returns, they stay whatever happens to the process or the
   * machine. A saga may be written more than once; the latest one counts.
   *
   * @throws ArchiveUnavailableException when they could not be written; some may have been
   */
  void write(FlowName flow, List<Document> sagas);

  /**
   * @param content the saga's document with its history
   */
  record Document(SagaId saga, JsonObject content) {}
}
