// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

/** Takes money from cards and gives it back. */
final class PaymentService {

  private PaymentService() {}

  static Event execute(Command command) {
    if (command.order().getString("card", "").equals("declined")) {
      return Event.errorOf(command, "The card was declined.");
    }
    return Event.of("paymentExecuted", "paymentId", "payment-of-" + command.sagaId());
  }

  static Event refund(Command command) {
    if (command.order().getString("card", "").equals("closed")) {
      return Event.errorOf(command, "The card takes no money back.");
    }
    return Event.of(
        "paymentRefunded", "refundedPaymentId", command.order().getString("paymentId", "unknown"));
  }
}
