// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.http;

import io.flowmanager.platform.http.Upstream;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.route.ExternalService;
import io.flowmanager.router.application.route.RoutedEvent;
import java.util.concurrent.CompletionStage;

/**
 * The service at {@code EXTERNAL_SERVICE_URL}; any 2xx means that it has accepted the notification.
 */
public final class HttpExternalService implements ExternalService {

  private final Upstream service;

  public HttpExternalService(Upstream service) {
    this.service = service;
  }

  @Override
  public CompletionStage<Void> tell(RoutedEvent event, CallKey key) {
    return new ReplyJudge(service.place(""))
        .successful(service.post("", Envelopes.of(event), key.value()))
        .thenAccept(reply -> {});
  }
}
