// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.document;

import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.flow.FlowName;
import java.util.List;

/** What has become of a document. */
public sealed interface DocumentResult {

  /** The saga is stored as the document says. */
  record Stored(Effect effect, SagaWithHistory saga) implements DocumentResult {}

  /** The saga belongs to another flow; nothing has happened. */
  record OfAnotherFlow(FlowName flow) implements DocumentResult {}

  /** There is no such saga, and a new one needs these members; nothing has happened. */
  record Incomplete(List<String> missing) implements DocumentResult {}

  /** What has changed. */
  enum Effect {
    CREATED,
    REPLACED,
    /** The saga was as the document says before. */
    UNCHANGED
  }
}
