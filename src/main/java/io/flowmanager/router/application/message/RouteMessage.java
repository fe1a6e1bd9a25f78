// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.route.RouteEvent;
import io.flowmanager.router.application.route.RouteNotification;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Passes a message to the use case that also handles the HTTP call. */
@SingletonBean
public record RouteMessage(RouteEvent events, RouteNotification notifications) {

  @Inject
  public RouteMessage {}

  /**
   * @return completes exceptionally with a {@link RoutingException}; a repeat completes the missing
   *     steps
   */
  CompletionStage<Void> handle(RouterMessage message) {
    Optional<CallKey> key = Optional.of(message.key());
    try {
      return switch (message.input()) {
        case EVENT -> events.handle(message.event(), key).thenAccept(routed -> {});
        case NOTIFICATION -> notifications.handle(message.event(), key).thenAccept(told -> {});
      };
    } catch (RoutingException e) {
      return CompletableFuture.failedStage(e);
    }
  }
}
