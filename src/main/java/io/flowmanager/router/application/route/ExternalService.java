// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.router.application.call.CallKey;
import java.util.concurrent.CompletionStage;

/**
 * The external service, which receives each notification (contract, {@code EXTERNAL_SERVICE_URL}).
 */
public interface ExternalService {

  /**
   * Sends a notification. A repeat with the same key is the same notification.
   *
   * @return completes when the service has accepted it; completes exceptionally as described in
   *     {@link SagaTarget}
   */
  CompletionStage<Void> tell(RoutedEvent event, CallKey key);
}
