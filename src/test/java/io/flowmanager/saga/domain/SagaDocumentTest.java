// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.BusinessLabel;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.testing.JsonTexts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SagaDocumentTest {

  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
  private static final BusinessId ONE = new BusinessId("1");
  private static final BusinessId ONE_AS_TEXT = new BusinessId("\"1\"");
  private static final MachineDefinition MACHINE =
      new MachineDefinition(
          "created",
          "orderCreated",
          List.of(),
          List.of(new BusinessLabel(ONE, "Open"), new BusinessLabel(ONE_AS_TEXT, "Paid")),
          List.of(new BusinessLabel(ONE, "The customer has paid")));

  private final SagaDocument documents = new SagaDocument(JsonText.values(), Optional.of(MACHINE));
  private final Saga saga =
      aSaga()
          .inState("paid")
          .meaning("\"1\"")
          .after("paidEvent", 1)
          .withMetadata("{\"a\": {\"b\": 1}}")
          .updatedAt(AT.plusMillis(7))
          .build();
  private final List<HistoryEntry> history =
      List.of(
          new HistoryEntry(0, "orderCreated", Optional.empty(), "created", ONE, AT),
          new HistoryEntry(
              1, "paidEvent", Optional.of(ONE), "paid", ONE_AS_TEXT, AT.plusMillis(7)));

  @Test
  void theContractsMembersAreNineAndTheSameAsInTheWholeDocument() {
    assertThat(documents.ofContract(saga, history))
        .containsOnlyKeys(
            "sagaId",
            "associatedEntityId",
            "currentState",
            "isFinal",
            "businessStateId",
            "businessStateDescription",
            "latestEvent",
            "metadata",
            "history")
        .satisfies(nine -> assertThat(documents.full(saga, history)).containsAllEntriesOf(nine));
  }

  @Test
  void wholeDocumentIsThatOfTheContract() {
    assertThat(documents.full(saga, history))
        .isEqualTo(
            JsonTexts.object(
                """
                {
                  "sagaId": "saga-1",
                  "flow": "order",
                  "associatedEntityId": "order-1",
                  "currentState": "paid",
                  "isFinal": false,
                  "businessStateId": "1",
                  "businessStateDescription": "Paid",
                  "latestEvent": "paidEvent",
                  "createdAt": "2026-01-02T03:04:05.678Z",
                  "updatedAt": "2026-01-02T03:04:05.007Z",
                  "metadata": {"a": {"b": 1}},
                  "history": {
                    "states": [
                      {
                        "state": "created",
                        "timestamp": "2026-01-02T03:04:05.000Z",
                        "businessStateId": 1,
                        "businessStateDescription": "Open"
                      },
                      {
                        "state": "paid",
                        "timestamp": "2026-01-02T03:04:05.007Z",
                        "businessStateId": "1",
                        "businessStateDescription": "Paid"
                      }
                    ],
                    "events": [
                      {"event": "orderCreated", "timestamp": "2026-01-02T03:04:05.000Z"},
                      {
                        "event": "paidEvent",
                        "timestamp": "2026-01-02T03:04:05.007Z",
                        "businessEventId": 1,
                        "businessEventDescription": "The customer has paid"
                      }
                    ]
                  }
                }
                """));
  }

  @Test
  void summaryIsTheDocumentWithoutMetadataAndHistory() {
    var summary = documents.summary(saga);

    assertThat(summary).doesNotContainKeys("metadata", "history").hasSize(10);
    assertThat(documents.full(saga, history)).containsAllEntriesOf(summary);
  }

  @Test
  void descriptionThatTheFlowLostIsLeftOut() {
    Saga lost = aSaga().meaning("\"gone\"").build();

    assertThat(documents.summary(lost))
        .containsEntry("businessStateId", JsonText.parse("\"gone\""))
        .doesNotContainKey("businessStateDescription");
  }

  @Test
  void sagaOfAFlowThatIsGoneHasADocumentWithoutDescriptions() {
    var document =
        new SagaDocument(JsonText.values(), Optional.empty()).full(saga, history).toString();

    assertThat(document).contains("\"businessEventId\":1").doesNotContain("Description");
  }

  @Test
  void numbersOfBusinessIdsStayNumbers() {
    var odd = new HistoryEntry(0, "e", Optional.empty(), "s", new BusinessId("-2.50E+70"), AT);

    assertThat(documents.full(saga, List.of(odd)).toString())
        .contains("\"businessStateId\":-2.50E+70");
  }
}
