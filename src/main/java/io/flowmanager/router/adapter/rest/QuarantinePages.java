// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.rest.NextPage;
import io.flowmanager.router.application.message.QuarantineAdministration.Page;
import io.flowmanager.router.application.message.QuarantinedMessage;
import io.flowmanager.router.application.message.RouterMessage;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** The JSON of quarantined messages. */
final class QuarantinePages {

  private QuarantinePages() {}

  static JsonObject page(Page page, NextPage next) {
    List<QuarantinedMessage> messages = page.messages();
    var list = JsonText.builders().createArrayBuilder();
    messages.forEach(message -> list.add(message(message)));
    var body = JsonText.builders().createObjectBuilder().add("messages", list);
    if (page.hasMore()) {
      body.add("next", next.after(messages.get(messages.size() - 1).id()));
    }
    return body.build();
  }

  private static JsonObject message(QuarantinedMessage quarantined) {
    RouterMessage message = quarantined.message();
    var value =
        JsonText.builders()
            .createObjectBuilder()
            .add("messageLabel", message.event().label())
            .add("messagePayload", message.event().payload());
    return JsonText.builders()
        .createObjectBuilder()
        .add("id", quarantined.id())
        .add("kind", message.input().name().toLowerCase(Locale.ROOT))
        .add("topic", message.place().topic())
        .add("partition", message.place().partition())
        .add("offset", message.place().offset())
        .add("key", message.event().saga())
        .add("value", value)
        .add("reason", quarantined.reason())
        .add("parkedAt", quarantined.quarantinedAt().toString())
        .build();
  }
}
