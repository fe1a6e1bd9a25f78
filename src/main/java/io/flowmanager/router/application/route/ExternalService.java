// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.router.application.call.CallKey;
import java.util.concurrent.CompletionStage;

/** Hears of each notification (contract, {@code EXTERNAL_SERVICE_URL}). */
public interface ExternalService {

  /**
   * Tells the service; a repeat with the same key is the same notification.
   *
   * @return completes when the service has taken it, exceptionally as {@link SagaTarget} says
   */
  CompletionStage<Void> tell(RoutedEvent event, CallKey key);
}
