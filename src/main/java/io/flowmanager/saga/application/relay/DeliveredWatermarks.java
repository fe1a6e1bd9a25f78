// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.saga.domain.SagaId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last command that this node has delivered of each saga, for the most recent sagas. A
 * delivered command is removed from the outbox a moment later; until then, the watermark says that
 * it is delivered. To be used by one thread.
 */
final class DeliveredWatermarks {

  private static final int SAGAS = 20_000;

  private final Map<SagaId, Long> latest =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SagaId, Long> eldest) {
          return size() > SAGAS;
        }
      };

  void delivered(SagaId saga, long sequence) {
    latest.remove(saga);
    latest.put(saga, sequence);
  }

  /** Whether all commands of the saga up to that one are known to be delivered. */
  boolean reaches(SagaId saga, long sequence) {
    return latest.getOrDefault(saga, -1L) >= sequence;
  }
}
