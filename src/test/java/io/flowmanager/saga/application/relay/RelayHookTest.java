// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.JsonTexts.object;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.engine.EngineFixture;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Block;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Postpone;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Release;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.application.script.ScriptFailedException.Reason;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.TestScripts;
import io.flowmanager.testing.TestSettings;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands whose messages are made by hooks. */
class RelayHookTest {

  private static final JsonObject MADE = object("{\"payload\": {\"made\": 1}}");

  private final EngineFixture engine = engine(TestScripts.answering(argument -> MADE));
  private final RelayFixture relay = new RelayFixture(engine);

  /** Its first state has a hook, its second one has none. */
  private static EngineFixture engine(Script script) {
    return new EngineFixture(flow("v1", script));
  }

  private static Flow flow(String version, Script script) {
    return aFlow()
        .inVersion(version)
        .with(aState("hooked").sends("payments", "pay").on("next", "plain").on("again", "hooked"))
        .with(aState("plain").sends("payments", "ship").on("back", "hooked"))
        .hooking("hooked", 0, script)
        .build();
  }

  @Test
  void payloadOfTheHookIsAllThatLeaves() {
    relay.commit(engine.start("s"), engine.event("s", "next"));
    relay.runHook();
    relay.paymentSucceeds();
    relay.paymentSucceeds();
    relay.writeOutbox();

    assertThat(relay.payments.ids()).containsExactly("s.0", "s.1");
    assertThat(relay.payments.bodies())
        .containsExactly(Optional.of(object("{\"made\": 1}")), Optional.empty());
    assertThat(engine.pending()).isZero();
  }

  @Test
  void hookSeesItsSagaAsOfTheCommandsOwnTransitionHoweverLateItRuns() {
    EngineFixture curious = engine(TestScripts.answering(RelayHookTest::told));
    RelayFixture fixture = new RelayFixture(curious);
    fixture.commit(curious.start("s"));
    fixture.commit(curious.event("s", "again", object("{\"a\": 1}"), Optional.empty()));
    fixture.commit(curious.event("s", "next", object("{\"a\": 2}"), Optional.empty()));

    fixture.runHook();
    fixture.paymentSucceeds();
    fixture.runHook();

    JsonObject argument = fixture.payments.bodies().get(1).orElseThrow();
    assertThat(argument.keySet()).containsExactlyInAnyOrder("saga", "messageLabel");
    assertThat(argument.getString("messageLabel")).isEqualTo("pay");
    JsonObject saga = argument.getJsonObject("saga");
    assertThat(saga.getString("sagaId")).isEqualTo("s");
    assertThat(saga.getString("currentState")).isEqualTo("hooked");
    assertThat(saga.getString("latestEvent")).isEqualTo("again");
    assertThat(saga.getJsonObject("metadata")).isEqualTo(object("{\"total\": 10, \"a\": 1}"));
    assertThat(saga.getJsonObject("history").getJsonArray("states")).hasSize(2);
    assertThat(saga.getJsonObject("history").getJsonArray("events")).hasSize(2);
  }

  private static JsonValue told(JsonObject argument) {
    return object("{\"payload\": " + argument + "}");
  }

  @Test
  void slowHookHoldsUpNeitherOtherSagasNorCommandsWithoutHook() {
    relay.commit(engine.start("slow"), engine.start("s"), engine.event("s", "next"));
    Runnable slow = relay.threads.remove();

    relay.runHook();
    relay.paymentSucceeds();
    relay.paymentSucceeds();

    assertThat(relay.payments.ids()).containsExactly("s.0", "s.1");
    assertThat(relay.threads).as("hand-overs that a command without hook would need").isEmpty();
    slow.run();
    relay.settle();
    assertThat(relay.payments.ids()).endsWith("slow.0");
  }

  @Test
  void onlySoManyHooksRunAtOnceAndTheOthersFollowInOrder() {
    relay.commit(engine.start("s1"), engine.start("s2"), engine.start("s3"));
    assertThat(relay.threads).hasSize(RelayFixture.HOOKS_AT_ONCE);

    relay.runHook();
    relay.runHook();
    relay.runHook();

    assertThat(relay.payments.ids()).containsExactly("s1.0", "s2.0", "s3.0");
  }

  @Test
  void hooksThatRunTakeNoPlaceAtTheChannel() {
    EngineFixture engine =
        new EngineFixture(
            aFlow()
                .with(aState("plain").sends("payments", "ship").on("back", "hooked"))
                .with(aState("hooked").sends("payments", "pay"))
                .hooking("hooked", 0, TestScripts.answering(argument -> MADE))
                .build());
    RelayFixture fixture = new RelayFixture(engine, oneAtATime());
    fixture.commit(engine.start("s"));
    fixture.paymentSucceeds();
    fixture.commit(engine.event("s", "back"));

    fixture.commit(engine.start("t"));

    assertThat(fixture.payments.ids()).containsExactly("s.0", "t.0");
  }

  private static DeliverySettings oneAtATime() {
    DeliverySettings usual = TestSettings.RELAY;
    return new DeliverySettings(
        usual.lease(), usual.sendTimeout(), usual.firstRetry(), usual.maxRetry(), 100, 1);
  }

  @Test
  void hookThatThrowsBlocksItsCommandWithTheReason() {
    RelayFixture fixture = throwing();
    fixture.commit(fixture.engine.start("s"));

    fixture.runHook();

    assertThat(fixture.updates())
        .containsExactly(
            new Block(
                id("s", 0),
                new FlowVersion("v1"),
                "The hook at /hook/hooked/0 failed. The script failed: Error: no."));
    assertThat(fixture.payments.ids()).isEmpty();
    assertThat(fixture.telemetry.calls).as("no send has failed").isEmpty();
  }

  private static RelayFixture throwing() {
    return new RelayFixture(
        engine(TestScripts.failing(Reason.THREW, "The script failed: Error: no")));
  }

  static Stream<Arguments> unusableAnswers() {
    return Stream.of(
        Arguments.of(TestScripts.silent(), "undefined"),
        Arguments.of(answer("[]"), "a value of the type ARRAY"),
        Arguments.of(answer("{}"), "an object without \"payload\""),
        Arguments.of(answer("{\"payload\": null}"), "a \"payload\" of the type NULL"),
        Arguments.of(answer("{\"payload\": \"x\"}"), "a \"payload\" of the type STRING"));
  }

  private static Script answer(String json) {
    return TestScripts.answering(argument -> object("{\"answer\": " + json + "}").get("answer"));
  }

  @ParameterizedTest
  @MethodSource("unusableAnswers")
  void hookWithoutAPayloadObjectBlocksItsCommand(Script script, String returned) {
    EngineFixture engine = engine(script);
    RelayFixture fixture = new RelayFixture(engine);
    fixture.commit(engine.start("s"));

    fixture.runHook();

    assertThat(fixture.updates())
        .singleElement()
        .isInstanceOfSatisfying(
            Block.class,
            update ->
                assertThat(update.reason())
                    .endsWith(
                        "must return {payload: <object>}, but it returned " + returned + "."));
  }

  @Test
  void blockedCommandIsNotTriedAgainAndTheLaterOnesOfItsSagaWait() {
    RelayFixture fixture = throwing();
    fixture.commit(fixture.engine.start("s"), fixture.engine.event("s", "next"));
    fixture.runHook();
    fixture.writeOutbox();

    fixture.engine.clock.advance(Duration.ofDays(1));
    fixture.poll();
    fixture.commit(fixture.engine.event("s", "back"));
    fixture.poll();

    assertThat(fixture.threads).isEmpty();
    assertThat(fixture.payments.ids()).isEmpty();
    assertThat(fixture.engine.pending()).isEqualTo(3);
  }

  @Test
  void mendedFlowDeliversWhatWasBlockedInOrder() {
    RelayFixture fixture = throwing();
    fixture.commit(fixture.engine.start("s"), fixture.engine.event("s", "next"));
    fixture.runHook();
    fixture.writeOutbox();
    EngineFixture mended =
        fixture.engine.under(flow("v2", TestScripts.answering(argument -> MADE)));

    mended.unblockOfOtherVersions();
    RelayFixture after = new RelayFixture(mended);
    after.poll();
    after.runHook();
    after.paymentSucceeds();
    after.writeOutbox();
    after.paymentSucceeds();
    after.writeOutbox();

    assertThat(after.payments.ids()).containsExactly("s.0", "s.1");
    assertThat(after.payments.bodies().get(0)).contains(object("{\"made\": 1}"));
    assertThat(mended.pending()).isZero();
  }

  @Test
  void sameVersionLeavesBlockedWhatItHasBlocked() {
    RelayFixture fixture = throwing();
    fixture.commit(fixture.engine.start("s"));
    fixture.runHook();
    fixture.writeOutbox();

    fixture.engine.unblockOfOtherVersions();
    fixture.poll();

    assertThat(fixture.threads).isEmpty();
  }

  @Test
  void serverThatGoesDownIsNotTheFaultOfTheHook() {
    EngineFixture engine = engine(TestScripts.failing(Reason.INTERRUPTED, "interrupted"));
    RelayFixture fixture = new RelayFixture(engine);
    fixture.commit(engine.start("s"));

    fixture.runHook();

    assertThat(fixture.updates()).singleElement().isInstanceOf(Postpone.class);
  }

  @Test
  void storeThatCannotBeReadIsNotTheFaultOfTheHook() {
    relay.store =
        saga -> {
          throw new StoreUnavailableException("down", null);
        };
    relay.commit(engine.start("s"), engine.event("s", "next"));
    relay.runHook();
    relay.writeOutbox();

    relay.store = engine::read;
    engine.clock.advance(Duration.ofSeconds(1));
    relay.poll();
    relay.runHook();
    relay.paymentSucceeds();
    relay.writeOutbox();

    assertThat(relay.payments.ids()).containsExactly("s.0", "s.1");
  }

  @Test
  void sagaThatIsGoneIsNotTheFaultOfTheHook() {
    relay.store = saga -> Optional.empty();
    relay.commit(engine.start("s"));

    relay.runHook();

    assertThat(relay.updates())
        .singleElement()
        .isInstanceOfSatisfying(
            Postpone.class,
            update ->
                assertThat(update.error()).startsWith("The saga s is no longer in the store"));
  }

  @Test
  void hookIsNotRunWhenItsCommandCouldNotBeSentInTime() {
    relay.commit(engine.start("s1"), engine.start("s2"), engine.start("s3"));
    engine.clock.advance(Duration.ofSeconds(5).plusMillis(1));

    relay.runHook();

    assertThat(relay.threads).as("s2, but not s3").hasSize(1);
    assertThat(relay.payments.ids()).isEmpty();
    relay.poll();
    assertThat(relay.threads).as("s1 and s3 again").hasSize(2);
  }

  @Test
  void drainedDispatcherWaitsForAHookAndGivesItsCommandBack() {
    relay.commit(engine.start("s1"), engine.start("s2"), engine.start("s3"));
    var done = new CompletableFuture<Void>();

    relay.tell(new RelayEvent.Drain(done));
    relay.runHook();
    assertThat(done).isNotDone();
    relay.runHook();

    assertThat(done).isDone();
    assertThat(relay.threads).isEmpty();
    assertThat(relay.payments.ids()).isEmpty();
    Instant lease = engine.clock.instant().plus(TestSettings.RELAY.lease());
    assertThat(relay.updates())
        .containsExactly(new Release(id("s1", 0), lease), new Release(id("s2", 0), lease));
  }

  @Test
  void hookOfTheFlowAsItIsLoadedNowCounts() {
    RelayFixture fixture = throwing();
    fixture.commit(fixture.engine.start("s"));
    EngineFixture hookless =
        fixture.engine.under(
            aFlow().inVersion("v2").with(aState("hooked").sends("payments", "pay")).build());

    hookless.clock.advance(Duration.ofSeconds(15));
    RelayFixture after = new RelayFixture(hookless);
    after.poll();

    assertThat(after.payments.bodies()).isEqualTo(List.of(Optional.empty()));
  }

  private static CommandId id(String saga, long sequence) {
    return new CommandId(new SagaId(saga), sequence, 0);
  }
}
