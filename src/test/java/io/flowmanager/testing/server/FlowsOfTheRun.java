// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.StairsFlow;
import io.flowmanager.testing.participant.Participant;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Writes the flows of the deployed server, whose settings {@code arquillian.xml} takes from here,
 * and opens the participant that they send their commands to. Both last as long as the JVM.
 */
public final class FlowsOfTheRun implements BeforeAllCallback {

  /** The flow at the root. */
  public static final String ORDER = "order";

  /** The same, but events that nobody waits for are refused; its channels carry a secret. */
  public static final String STRICT_ORDER = "strict-order";

  /** See {@link TestFlows#ledger}. */
  public static final String LEDGER = "ledger";

  /** The ledger with a deep merge that joins arrays, and a schema for {@code noted}. */
  public static final String BASKET = "basket";

  /** The ledger with hooks that make its messages. */
  public static final String PARCEL = "parcel";

  /** Carried over Kafka; see {@link StairsFlow}. */
  public static final String STAIRS = "stairs";

  /** The secret of {@link #STRICT_ORDER}, in the header {@code X-Api-Key}. */
  public static final String SECRET = "s3cr3t-of-the-run";

  private static final String PREFIX = "test.";

  @Override
  public void beforeAll(ExtensionContext context) {
    Running.SETTINGS.forEach((name, value) -> System.setProperty(PREFIX + name, value));
  }

  public static Participant participant() {
    return Running.PARTICIPANT;
  }

  /** The flow {@link #STAIRS}, with its broker. */
  public static StairsFlow stairs() {
    return Running.STAIRS_FLOW;
  }

  private static final class Running {

    static final Participant PARTICIPANT = Participant.open();
    static final StairsFlow STAIRS_FLOW =
        new StairsFlow(STAIRS, KafkaBroker.start(), 3).createTopics(2);
    static final Map<String, String> SETTINGS =
        new FlowFolder(Path.of("target", "flows-of-the-run"))
            .with(ORDER, TestFlows.order(PARTICIPANT))
            .with(LEDGER, TestFlows.ledger(PARTICIPANT))
            .with(BASKET, TestFlows.basket(PARTICIPANT))
            .with(PARCEL, TestFlows.parcel(PARTICIPANT))
            .with(STAIRS, STAIRS_FLOW.text())
            .with(
                STRICT_ORDER,
                TestFlows.order(PARTICIPANT)
                    .with("/settings/throwOnUnexpectedEvents", "true")
                    .with("/settings/sagaIdPrefix", "\"strict-\"")
                    .with(
                        "/communicationProtocols/0/configurations/headers",
                        "{\"X-Api-Key\": \"" + SECRET + "\", \"Accept\": \"*/*\"}"))
            .settings(ORDER);
  }
}
