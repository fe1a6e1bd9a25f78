// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.http;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.router.application.route.RoutedEvent;
import jakarta.json.JsonObject;

/** The envelope of {@code POST /event}, which external services get as well. */
final class Envelopes {

  private Envelopes() {}

  static JsonObject of(RoutedEvent event) {
    var value =
        JsonText.builders()
            .createObjectBuilder()
            .add("messageLabel", event.label())
            .add("messagePayload", event.payload());
    return JsonText.builders()
        .createObjectBuilder()
        .add("key", event.saga())
        .add("value", value)
        .build();
  }
}
