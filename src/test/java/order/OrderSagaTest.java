// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order;

import io.flowmanager.testkit.FlowUnderTest;
import io.flowmanager.testkit.SagaUnderTest;
import io.flowmanager.testkit.TestEngine;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrderSagaTest {

  private static final FlowUnderTest FLOW =
      FlowUnderTest.read(Path.of("examples/order/order.json"));

  private final TestEngine engine = TestEngine.of(FLOW);

  private SagaUnderTest order() {
    return engine.start(
        """
        {"card": "valid", "items": ["book"], "address": "12 Harbour Street"}
        """);
  }

  @Test
  void anOrderIsPaidPreparedAndDelivered() {
    order()
        .isIn("orderCreated")
        .sent("payment", "executePayment", command -> command.hasPayload("/items/0", "book"))
        .receives("paymentExecuted", "{\"paymentId\": 17}")
        .isIn("orderPaid")
        .hasMetadata("/paymentId", 17)
        .sent("stock", "prepareOrder")
        .receives("orderPrepared")
        .sent("delivery", "deliverOrder")
        .receives("orderDelivered")
        .isFinal()
        .hasBusinessState("completed")
        .hasStates("orderCreated", "orderPaid", "orderPrepared", "orderDelivered");
  }

  @Test
  void aParcelThatComesBackIsShelvedAndPaidBack() {
    order()
        .receives("paymentExecuted")
        .receives("orderPrepared")
        .receives("deliverOrderError", "{\"reason\": \"nobody at home\"}")
        .sent("stock", "releaseStock")
        .receives("stockReleased")
        .sent("payment", "refundPayment")
        .receives("paymentRefunded")
        .isIn("orderFailed")
        .sentNothing()
        .hasMetadata("/reason", "nobody at home")
        .hasSent("executePayment", "prepareOrder", "deliverOrder", "releaseStock", "refundPayment");
  }

  @Test
  void anEventThatComesTwiceCountsOnce() {
    order()
        .receives("paymentExecuted", "{\"paymentId\": 17}", "payment-17")
        .receivesAgain("paymentExecuted", "{\"paymentId\": 17}", "payment-17")
        .ignores("executePaymentError")
        .hasEvents("orderRequested", "paymentExecuted");
  }

  @Test
  void aPaymentServiceThatIsAwayGetsItsCommandLater() {
    engine.channel("payment").goDown();
    SagaUnderTest order = order().sentNothing().isWaitingToSend("payment", "executePayment");

    engine.clock().advance(Duration.ofMinutes(5));
    engine.channel("payment").comeUp();
    engine.clock().advance(Duration.ofSeconds(30));

    order.sent("payment", "executePayment");
  }
}
