// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

/** Brings parcels to the customers' doors. */
final class DeliveryService {

  private DeliveryService() {}

  static Event deliver(Command command) {
    String address = command.order().getString("address", "the shop's counter");
    if (address.equals("unreachable")) {
      return Event.errorOf(command, "Nobody could find the address.");
    }
    return Event.of("orderDelivered", "deliveredTo", address);
  }
}
