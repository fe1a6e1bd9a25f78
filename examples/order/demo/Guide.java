// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import java.net.URI;

/** Where to go next. */
final class Guide {

  private static final String TEXT =
      """

      The flow manager is ready at BASE, and plays examples/order/order.json.

        create an order   curl -X POST BASE/saga -H 'Content-Type: application/json' \\
                            -d '{"associatedEntityId": "my-order", "metadata":
                                 {"card": "valid", "items": ["book"], "address": "12 Harbour Street"}}'
        make one fail     the same with "card": "declined", "items": ["out-of-stock"] or "address": "unreachable"
        see an order      curl BASE/sagas/{sagaId}
        see all orders    curl BASE/sagas
        OpenAPI           curl BASE/openapi
        health            curl BASE/-/ready
        metrics           curl BASE/-/metrics

      More in examples/order/README.md. The server's log is LOG. Ctrl-C stops everything; the orders stay in ./data.
      """;

  private Guide() {}

  static String text(URI flowManager, Object log) {
    return TEXT.replace("BASE", flowManager.toString()).replace("LOG", log.toString());
  }
}
