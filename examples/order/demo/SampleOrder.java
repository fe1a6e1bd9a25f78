// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * An order that shows one way through the flow.
 *
 * @param story what becomes of it, when no bad luck comes between
 */
record SampleOrder(String story, String card, String item, String address) {

  private static final String HOME = "12 Harbour Street";
  private static final List<SampleOrder> SAMPLES =
      List.of(
          new SampleOrder("all is well: orderDelivered", "valid", "book", HOME),
          new SampleOrder("the card is declined: orderFailed", "declined", "book", HOME),
          new SampleOrder(
              "nobody finds the address: all is undone, orderFailed",
              "valid",
              "book",
              "unreachable"),
          new SampleOrder(
              "the item is out of stock: refunded, orderFailed", "valid", "out-of-stock", HOME));

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
