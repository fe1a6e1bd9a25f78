// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.Refusal;
import io.flowmanager.saga.domain.Refusal.Violation;
import jakarta.json.JsonObject;
import java.util.List;

/** Between refusals and the text that a receipt keeps of them. */
final class RefusalJson {

  private RefusalJson() {}

  static JsonObject toJson(Refusal refusal) {
    var violations = JsonText.builders().createArrayBuilder();
    for (Violation violation : refusal.violations()) {
      violations.add(
          JsonText.builders()
              .createObjectBuilder()
              .add("pointer", violation.pointer())
              .add("message", violation.message()));
    }
    return JsonText.builders()
        .createObjectBuilder()
        .add("kind", refusal.kind().name())
        .add("detail", refusal.detail())
        .add("violations", violations)
        .build();
  }

  static Refusal fromJson(JsonObject json) {
    List<Violation> violations =
        json.getJsonArray("violations").getValuesAs(JsonObject.class).stream()
            .map(v -> new Violation(v.getString("pointer"), v.getString("message")))
            .toList();
    return new Refusal(
        Refusal.Kind.valueOf(json.getString("kind")), json.getString("detail"), violations);
  }
}
