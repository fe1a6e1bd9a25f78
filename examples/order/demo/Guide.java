// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import java.nio.file.Path;

/** Where to go next. */
final class Guide {

  private static final String TEXT =
      """

      The flow manager is ready at BASE, and runs FLOW.

        create an order   curl -X POST BASE/saga -H 'Content-Type: application/json' \\
                            -d '{"associatedEntityId": "my-order", "metadata":
                                 {"card": "valid", "items": ["book"], "address": "12 Harbour Street"}}'
        make one fail     the same with "card": "declined", "items": ["out-of-stock"] or "address": "unreachable"
        see an order      curl BASE/sagas/{sagaId}
        see all orders    curl BASE/sagas
        OpenAPI           curl BASE/openapi
        health            curl BASE/-/ready
        metrics           curl BASE/-/metrics

      More in README. The server's log is LOG. Ctrl-C stops everything; the orders stay in ./data.
      """;

  private Guide() {}

  static String text(DemoSettings settings, Path flow) {
    return TEXT.replace("BASE", settings.flowManager().toString())
        .replace("FLOW", flow.toString())
        .replace("README", flow.resolveSibling("README.md").toString())
        .replace("LOG", settings.serverLog().toString());
  }
}
