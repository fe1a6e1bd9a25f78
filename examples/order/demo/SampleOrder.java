// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/** An order and what becomes of it. */
record SampleOrder(String story, String card, String item, String address) {

  private static final List<SampleOrder> SAMPLES =
      List.of(
          new SampleOrder("is delivered", "valid", "book", "12 Harbour Street"),
          new SampleOrder("has a declined card, and fails", "declined", "book", "12 Harbour Street"),
          new SampleOrder("cannot be delivered, and is taken back", "valid", "book", "unreachable"),
          new SampleOrder("is out of stock, and is refunded", "valid", "out-of-stock", "12 Harbour Street"));

  /** The samples in turn, from 0 on. */
  static SampleOrder at(int index) {
    return SAMPLES.get(index % SAMPLES.size());
  }

  JsonObject metadata() {
    return Json.createObjectBuilder()
        .add("card", card)
        .add("items", Json.createArrayBuilder().add(item))
        .add("address", address)
        .build();
  }
}
