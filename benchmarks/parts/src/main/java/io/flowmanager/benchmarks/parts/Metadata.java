// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.parts;

import io.flowmanager.platform.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Metadata of orders: nested, with texts, numbers and a list that makes them large. */
final class Metadata {

  private static final String HEAD =
      """
      {
        "customer": {
          "id": "c-20711",
          "name": "Zoë Ångström",
          "address": {"street": "12 Harbour Street", "city": "Göteborg", "zip": "411 04"}
        },
        "payment": {"method": "card", "amount": 1299.90, "currency": "SEK", "captured": false},
        "note": "leave it \\"behind\\" the door\\nthank you",
        "gift": null
      }
      """;

  private static final String PAYLOAD =
      """
      {
        "payment": {"captured": true, "transaction": "3f0c3c1e-6a1b-4c55-9d1c-2a54b6f1d0aa"},
        "customer": {"address": {"zip": "411 05"}},
        "items": [{"state": "reserved"}],
        "paidAt": "2026-11-21T09:15:27.120Z"
      }
      """;

  private Metadata() {}

  /** About so many kilobytes of text; parsed, as the store hands them out. */
  static JsonObject ofKilobytes(int kilobytes) {
    JsonObject head = JsonText.parse(HEAD).asJsonObject();
    int room = kilobytes * 1024 - JsonText.bytes(head).length;
    JsonArray items = items(Math.max(1, room / JsonText.bytes(item(10)).length));
    JsonObject whole = JsonText.builders().createObjectBuilder(head).add("items", items).build();
    return JsonText.parse(JsonText.write(whole)).asJsonObject();
  }

  /** What an event brings for such metadata. */
  static JsonObject payload() {
    return JsonText.parse(PAYLOAD).asJsonObject();
  }

  private static JsonArray items(int count) {
    var items = JsonText.builders().createArrayBuilder();
    for (int i = 0; i < count; i++) {
      items.add(item(i));
    }
    return items.build();
  }

  private static JsonValue item(int number) {
    return JsonText.builders()
        .createObjectBuilder()
        .add("sha", "9b74c9897bac770ffc029102a200c5de%08x".formatted(number))
        .add("article", "Article number " + number)
        .add("quantity", number % 7 + 1)
        .add("price", JsonText.values().createValue(1990L + number))
        .build();
  }
}
