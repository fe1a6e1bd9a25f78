// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What users' tests can ask of a saga, and what they are told when it is otherwise. */
class SagaUnderTestTest {

  private static final FlowUnderTest FLOW =
      FlowUnderTest.read(Path.of("src/test/resources/flows/kit/parcel.json"));

  private final TestEngine engine = TestEngine.of(FLOW);
  private final SagaUnderTest saga = engine.start("parcel-7", "{\"weight\": 2.50}");

  @Test
  void sagaBegins() {
    saga.isIn("packed")
        .isNotFinal()
        .hasMetadata("{\"weight\": 2.5}")
        .hasMetadata("/weight", 2.5)
        .hasNoMetadata("/price")
        .hasStates("packed")
        .hasEvents("parcelPacked");
    assertThat(saga.id()).isEqualTo("parcel-1");
    assertThat(saga.document().getString("associatedEntityId")).isEqualTo("parcel-7");
    assertThat(saga.document().getString("createdAt")).isEqualTo("2026-01-01T00:00:00.000Z");
  }

  @Test
  void hookMakesThePayloadAndReadsTheClockOfTheTest() {
    engine.clock().advance(Duration.ofHours(1));

    engine
        .start("{\"weight\": 3}")
        .sent(
            "carrier",
            "fetchParcel",
            command ->
                command
                    .hasPayload("/kilos", 3)
                    .hasPayload("{\"kilos\": 3, \"at\": \"2026-01-01T01:00:00.000Z\"}"));
  }

  @Test
  void sideEffectIsNoCommand() {
    saga.sent("carrier", "fetchParcel")
        .sentSideEffect("mail", "tellCustomer")
        .hasSent("fetchParcel");
    assertThat(engine.channel("mail").sent())
        .singleElement()
        .satisfies(command -> assertThat(command.isSideEffect()).isTrue())
        .satisfies(command -> assertThat(command.id()).isEqualTo("parcel-1.0.1"));
    assertThat(saga.commands()).hasSize(2);
  }

  @Test
  void payloadAgainstTheSchemaIsRefused() {
    saga.refuses("fetched", "{\"price\": \"cheap\"}", "/price").isIn("packed").hasStates("packed");
  }

  @Test
  void failedMergeIsRefused() {
    saga.refuses("fetched", "{\"price\": 13}", "bad luck").isIn("packed");
  }

  @Test
  void commandIsSentAgainWhenItIsDue() {
    engine.channel("carrier").goDown();
    SagaUnderTest waiting =
        engine.start("{\"weight\": 1}").isWaitingToSend("carrier", "fetchParcel");
    assertThat(engine.channel("carrier").failures()).isEqualTo(1);

    engine.clock().advance(Duration.ofSeconds(2));
    assertThat(engine.channel("carrier").failures()).isEqualTo(3);

    engine.channel("carrier").comeUp();
    engine.clock().advance(Duration.ofMinutes(1));
    waiting.sent("carrier", "fetchParcel");
    assertThat(engine.channel("carrier").sent().get(1).at())
        .hasToString("2026-01-01T00:00:03.500Z");
  }

  @Test
  void commandOfAFailingHookIsBlocked() {
    engine
        .start("{}")
        .isBlocked("no weight")
        .isWaitingToSend("carrier", "fetchParcel")
        .isIn("packed");
  }

  @Test
  void timesOfTheHistoryAreThoseOfTheClock() {
    engine.clock().advance(Duration.ofMinutes(5));

    saga.receives("fetched", "{\"price\": 4}");

    assertThat(saga.document().getString("updatedAt")).isEqualTo("2026-01-01T00:05:00.000Z");
  }

  @Test
  void failureSaysWhatIsAndWhatTheSagaExpects() {
    assertFailure(
        () -> saga.receives("delivered"),
        "The saga parcel-1 in state packed should move by the event \"delivered\", but ignored it;"
            + " it expects [fetched, fetchParcelError].");
    assertFailure(
        () -> saga.isIn("gone"),
        "The saga parcel-1 in state packed should be in the state gone, but it is packed.");
    assertFailure(
        () -> saga.sent("carrier", "bringParcel"),
        "The saga parcel-1 in state packed should have sent bringParcel to carrier, but has sent"
            + " [fetchParcel to carrier, tellCustomer to mail (side effect)].");
    assertFailure(
        () -> saga.hasMetadata("/weight", "heavy"),
        "The metadata of the saga parcel-1 has 2.50 at /weight, and should have \"heavy\" there."
            + " All of it: {\"weight\":2.50}");
  }

  @Test
  void eachAssertionCanFail() {
    List<ThrowingCallable> wrong =
        List.of(
            saga::isFinal,
            saga::sentNothing,
            () -> saga.ignores("fetched", "{\"price\": 1}"),
            () -> saga.refuses("delivered", "{}", ""),
            () -> saga.hasBusinessState(9),
            () -> saga.hasMetadata("{}"),
            () -> saga.hasMetadata("/none", null),
            () -> saga.hasNoMetadata("/price"),
            () -> saga.hasStates("packed"),
            () -> saga.hasEvents("fetched"),
            () -> saga.hasSent("bringParcel"),
            () -> saga.sentSideEffect("carrier", "fetchParcel"),
            () -> saga.isWaitingToSend("carrier", "fetchParcel"),
            () -> saga.isBlocked(""));

    assertThat(wrong)
        .allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(AssertionError.class));
  }

  @Test
  void repeatOfAnEventChangesNothing() {
    saga.receives("fetched", "{\"price\": 1}", "key-1")
        .receivesAgain("fetched", "{\"price\": 1}", "key-1")
        .hasMetadata("/price", 1);
  }

  @Test
  void sagasOfAnEngineDoNotMeet() {
    SagaUnderTest other = engine.start("{\"weight\": 1}");

    saga.receives("fetched", "{\"price\": 1}");

    other.isIn("packed");
    assertThat(other.id()).isEqualTo("parcel-2");
  }

  @Test
  void channelThatTheFlowDoesNotHaveIsAMistakeOfTheTest() {
    assertThatThrownBy(() -> engine.channel("post"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The flow has no channel \"post\"; it has [carrier, mail].");
  }

  @Test
  void textThatIsNoJsonIsAMistakeOfTheTest() {
    assertThatThrownBy(() -> saga.receives("fetched", "{price}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("This is no JSON: {price}.");
  }

  private static void assertFailure(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(AssertionError.class).hasMessage(message);
  }
}
