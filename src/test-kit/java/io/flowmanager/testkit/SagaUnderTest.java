// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.outbox.BlockedCommand;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A saga in a test. Methods that begin with a verb in the present bring it an event and assert what
 * the event leads to; the others assert how the saga stands. All of them return this saga, and
 * throw {@link AssertionError} when it is otherwise.
 */
public final class SagaUnderTest {

  private static final String NO_PAYLOAD = "null";

  private final MemoryEngine engine;
  private final SagaView view;
  private final SentCommands commands;
  private final SagaId id;

  SagaUnderTest(MemoryEngine engine, Map<String, TestChannel> channels, SagaId id) {
    this.engine = engine;
    this.view = new SagaView(engine, id);
    this.commands = new SentCommands(channels, id);
    this.id = id;
  }

  /** The event has no payload and moves the saga. */
  public SagaUnderTest receives(String event) {
    return receives(event, NO_PAYLOAD);
  }

  /**
   * The event moves the saga.
   *
   * @param payload JSON
   */
  public SagaUnderTest receives(String event, String payload) {
    return moved(event, handle(event, payload, Optional.empty()));
  }

  /**
   * The event moves the saga, and has an {@code Idempotency-Key}.
   *
   * @param payload JSON
   */
  public SagaUnderTest receives(String event, String payload, String key) {
    return moved(event, handle(event, payload, Optional.of(new EventId(key))));
  }

  private SagaUnderTest moved(String event, Answer answer) {
    if (!(answer instanceof Answer.Transitioned)) {
      throw view.failure("should move by the event \"" + event + "\", but " + view.words(answer));
    }
    return this;
  }

  /**
   * The event comes again with its {@code Idempotency-Key}, and changes nothing.
   *
   * @param payload JSON
   */
  public SagaUnderTest receivesAgain(String event, String payload, String key) {
    long before = view.saga().sequence();
    handle(event, payload, Optional.of(new EventId(key)));
    if (view.saga().sequence() != before) {
      throw view.failure("has moved by the event \"" + event + "\" with the key " + key + " again");
    }
    return this;
  }

  /** The saga does not wait for the event and stays as it is. */
  public SagaUnderTest ignores(String event) {
    return ignores(event, NO_PAYLOAD);
  }

  /**
   * The saga does not wait for the event and stays as it is.
   *
   * @param payload JSON
   */
  public SagaUnderTest ignores(String event, String payload) {
    Answer answer = handle(event, payload, Optional.empty());
    if (!(answer instanceof Answer.Ignored)) {
      throw view.failure("should ignore the event \"" + event + "\", but " + view.words(answer));
    }
    return this;
  }

  /**
   * The event is refused and the saga stays as it is: the payload is against the schema, a merge
   * hook fails, or the flow refuses events that are not expected.
   *
   * @param payload JSON
   * @param reason part of what the sender is told
   */
  public SagaUnderTest refuses(String event, String payload, String reason) {
    Answer answer = handle(event, payload, Optional.empty());
    if (!(answer instanceof Answer.Refused refused)) {
      throw view.failure("should refuse the event \"" + event + "\", but " + view.words(answer));
    }
    if (!view.words(refused.refusal()).contains(reason)) {
      throw view.failure(
          "should have \"" + reason + "\" among the reasons, but " + view.words(answer));
    }
    return this;
  }

  private Answer handle(String event, String payload, Optional<EventId> key) {
    return engine.handle(
        new EngineRequest.Apply(
            engine.flow().name(), new Event(id, event, JsonAssertion.parse(payload), key)));
  }

  /** The saga is in that state. */
  public SagaUnderTest isIn(String state) {
    return check("be in the state", state, view.saga().state());
  }

  /** The saga is in a final state. */
  public SagaUnderTest isFinal() {
    return check("be final", true, view.saga().position().isFinal());
  }

  /** The saga is in no final state. */
  public SagaUnderTest isNotFinal() {
    return check("be final", false, view.saga().position().isFinal());
  }

  /** The business state has that id. */
  public SagaUnderTest hasBusinessState(Object businessStateId) {
    new JsonAssertion("The saga " + id, document()).has("/businessStateId", businessStateId);
    return this;
  }

  /**
   * The metadata has that value at that place.
   *
   * @param pointer JSON pointer, as {@code /order/id}
   * @param value a text, a number, a boolean, {@code null}, or a {@link jakarta.json.JsonValue}
   */
  public SagaUnderTest hasMetadata(String pointer, Object value) {
    metadataAssertion().has(pointer, value);
    return this;
  }

  /** The metadata is that JSON object, and nothing more. */
  public SagaUnderTest hasMetadata(String json) {
    metadataAssertion().is(json);
    return this;
  }

  /** The metadata has nothing at that place. */
  public SagaUnderTest hasNoMetadata(String pointer) {
    metadataAssertion().hasNo(pointer);
    return this;
  }

  private JsonAssertion metadataAssertion() {
    return new JsonAssertion("The metadata of the saga " + id, metadata());
  }

  /** These are all states of the saga's history, oldest first. */
  public SagaUnderTest hasStates(String... states) {
    return check("have the states", List.of(states), history(HistoryEntry::state));
  }

  /** These are all events of the saga's history, oldest first; the first one is the creation. */
  public SagaUnderTest hasEvents(String... events) {
    return check("have the events", List.of(events), history(HistoryEntry::event));
  }

  private List<String> history(Function<HistoryEntry, String> part) {
    return view.read().history().stream().map(part).toList();
  }

  /** The current state has sent that command. */
  public SagaUnderTest sent(String channel, String label) {
    return sent(channel, label, command -> {});
  }

  /** The current state has sent that command, and it is as the assertion says. */
  public SagaUnderTest sent(String channel, String label, Consumer<SentCommand> assertion) {
    assertion.accept(find(channel, label, false));
    return this;
  }

  /** The current state has sent that side effect. */
  public SagaUnderTest sentSideEffect(String channel, String label) {
    return sentSideEffect(channel, label, command -> {});
  }

  /** The current state has sent that side effect, and it is as the assertion says. */
  public SagaUnderTest sentSideEffect(
      String channel, String label, Consumer<SentCommand> assertion) {
    assertion.accept(find(channel, label, true));
    return this;
  }

  private SentCommand find(String channel, String label, boolean isSideEffect) {
    List<SentCommand> sent = commands.ofStep(view.saga().sequence());
    return sent.stream()
        .filter(command -> command.isSideEffect() == isSideEffect)
        .filter(c -> c.channel().equals(channel) && c.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                view.failure(
                    "should have sent "
                        + (label + " to " + channel + (isSideEffect ? " (side effect)" : ""))
                        + (", but has sent " + (sent.isEmpty() ? "nothing" : sent))
                        + view.waiting()));
  }

  /** The current state has sent neither a command nor a side effect. */
  public SagaUnderTest sentNothing() {
    return check("have sent in this state", List.of(), commands.ofStep(view.saga().sequence()));
  }

  /** These are the labels of all commands that the saga has sent, without side effects. */
  public SagaUnderTest hasSent(String... labels) {
    List<String> sent =
        commands.all().stream()
            .filter(command -> !command.isSideEffect())
            .map(SentCommand::label)
            .toList();
    return check("have sent in all", List.of(labels), sent);
  }

  /** That command of the saga is stored and has not got through its channel. */
  public SagaUnderTest isWaitingToSend(String channel, String label) {
    boolean waits =
        engine.pending(id).stream()
            .map(pending -> pending.command())
            .anyMatch(c -> c.channel().equals(channel) && c.label().equals(label));
    if (!waits) {
      throw view.failure("should wait to send " + label + " to " + channel + view.waiting());
    }
    return this;
  }

  /**
   * A command of the saga is blocked, because its hook failed.
   *
   * @param reason part of what an operator is told
   */
  public SagaUnderTest isBlocked(String reason) {
    List<String> reasons = engine.blocked(id).stream().map(BlockedCommand::reason).toList();
    if (reasons.stream().noneMatch(text -> text.contains(reason))) {
      throw view.failure("should be blocked by \"" + reason + "\", but the reasons are " + reasons);
    }
    return this;
  }

  /** The saga's id. */
  public String id() {
    return id.value();
  }

  /** The state that the saga is in. */
  public String state() {
    return view.saga().state();
  }

  /** What the saga knows. */
  public JsonObject metadata() {
    return view.saga().metadata();
  }

  /** The saga with its history, as {@code GET /sagas/{id}} answers it. */
  public JsonObject document() {
    return view.document();
  }

  /** All commands and side effects that got through, in the order of the saga's steps. */
  public List<SentCommand> commands() {
    return commands.all();
  }

  private SagaUnderTest check(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw view.failure("should " + what + " " + expected + ", but it is " + actual);
    }
    return this;
  }
}
