// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One service that the flow of {@code order.json} sends commands to.
 *
 * @param port where the channel of this name points to
 * @param skills what it does for each command, by the command's label
 */
public record Participant(
    String name, int port, String path, Map<String, Function<Command, Event>> skills) {

  static Participant payment() {
    return new Participant(
        "payment",
        9101,
        "/payment/commands",
        Map.of("executePayment", PaymentService::execute, "refundPayment", PaymentService::refund));
  }

  static Participant stock() {
    return new Participant(
        "stock",
        9102,
        "/stock/commands",
        Map.of("prepareOrder", StockService::prepare, "releaseStock", StockService::release));
  }

  static Participant delivery() {
    return new Participant(
        "delivery", 9103, "/delivery/commands", Map.of("deliverOrder", DeliveryService::deliver));
  }

  public static List<Participant> all() {
    return List.of(payment(), stock(), delivery());
  }

  Participant onPort(int otherPort) {
    return new Participant(name, otherPort, path, skills);
  }
}
