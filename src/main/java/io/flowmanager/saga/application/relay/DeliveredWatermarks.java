// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.saga.domain.SagaId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers up to which command each saga has been served by this node, for the sagas served last.
 * The outbox forgets a delivered command a moment later than it is delivered; in that moment this
 * memory knows better. Of one thread.
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
