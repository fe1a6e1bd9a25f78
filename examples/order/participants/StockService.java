// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import jakarta.json.Json;
import jakarta.json.JsonArray;

/** Packs the goods of an order, and puts them back when the order is off. */
final class StockService {

  private StockService() {}

  static Event prepare(Command command) {
    if (command.order().get("items") instanceof JsonArray items
        && items.contains(Json.createValue("out-of-stock"))) {
      return Event.errorOf(command, "An item is out of stock.");
    }
    return Event.of("orderPrepared", "parcelId", "parcel-of-" + command.sagaId());
  }

  static Event release(Command command) {
    return Event.of(
        "stockReleased", "releasedParcelId", command.order().getString("parcelId", "unknown"));
  }
}
