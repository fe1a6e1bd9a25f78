// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import io.flowmanager.testing.FlowDocuments;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Damages one flow at places that chance picks. */
record Mutations(FlowDocuments flow, Random random) {

  private static final String STATES = "/machineDefinition/states/";
  private static final String FRESH_STATE =
      """
      {"id": "fresh", "isFinal": %s, "businessStateId": %s}
      """;

  Optional<FlowDocuments> addState() {
    return Optional.of(flow.with(STATES + "-", fresh(random.nextBoolean())));
  }

  Optional<FlowDocuments> isolateState() {
    String initial = flow.json().getJsonObject("machineDefinition").getString("initialState");
    return pick(state -> !id(state).equals(initial))
        .map(chosen -> redirect(id(state(chosen)), initial));
  }

  private FlowDocuments redirect(String target, String instead) {
    FlowDocuments damaged = flow;
    for (int i = 0; i < states().size(); i++) {
      for (int j = 0; j < transitions(state(i)).size(); j++) {
        if (transitions(state(i)).getJsonObject(j).getString("targetState").equals(target)) {
          damaged = damaged.with(transition(i, j) + "/targetState", quote(instead));
        }
      }
    }
    return damaged;
  }

  Optional<FlowDocuments> dropTransitions() {
    return pick(Mutations::isWaiting)
        .map(chosen -> flow.without(STATES + chosen + "/outgoingTransitions"));
  }

  Optional<FlowDocuments> unmarkFinal() {
    return pick(state -> state.getBoolean("isFinal"))
        .map(chosen -> flow.with(STATES + chosen + "/isFinal", "false"));
  }

  Optional<FlowDocuments> loopState() {
    return pick(Mutations::isWaiting).map(chosen -> leadAll(flow, chosen, id(state(chosen))));
  }

  Optional<FlowDocuments> leadAstray() {
    FlowDocuments withDeadEnd = flow.with(STATES + "-", fresh(false));
    return pick(Mutations::isWaiting).map(chosen -> leadAll(withDeadEnd, chosen, "fresh"));
  }

  private FlowDocuments leadAll(FlowDocuments from, int number, String target) {
    FlowDocuments damaged = from;
    for (int i = 0; i < transitions(state(number)).size(); i++) {
      damaged = damaged.with(transition(number, i) + "/targetState", quote(target));
    }
    return damaged;
  }

  Optional<FlowDocuments> markFinal() {
    return pick(Mutations::isWaiting)
        .map(chosen -> flow.with(STATES + chosen + "/isFinal", "true"));
  }

  Optional<FlowDocuments> commandAtTheEnd() {
    Optional<Integer> sender = pick(state -> state.containsKey("outputCommand"));
    return sender.flatMap(
        number ->
            pick(state -> state.getBoolean("isFinal"))
                .map(
                    chosen ->
                        flow.with(
                            STATES + chosen + "/outputCommand",
                            state(number).getJsonObject("outputCommand").toString())));
  }

  Optional<FlowDocuments> repeatTransition() {
    return pick(Mutations::isWaiting)
        .map(
            chosen -> {
              JsonArray transitions = transitions(state(chosen));
              String copy = transitions.get(random.nextInt(transitions.size())).toString();
              return flow.with(transition(chosen, "-"), copy);
            });
  }

  Optional<FlowDocuments> uselessTimeout() {
    return pick(state -> true)
        .map(
            chosen ->
                flow.with(
                    STATES + chosen + "/timeout", "{\"after\": \"PT1M\", \"event\": \"never\"}"));
  }

  Optional<FlowDocuments> dropErrors() {
    return pick(Mutations::takesAnError)
        .map(
            chosen -> {
              FlowDocuments damaged = flow;
              for (int i = transitions(state(chosen)).size() - 1; i >= 0; i--) {
                damaged = isError(chosen, i) ? damaged.without(transition(chosen, i)) : damaged;
              }
              return damaged;
            });
  }

  Optional<FlowDocuments> renameErrors() {
    return pick(Mutations::takesAnError)
        .map(
            chosen -> {
              FlowDocuments damaged = flow;
              for (int i = 0; i < transitions(state(chosen)).size(); i++) {
                String event = transition(chosen, i) + "/inputEvent";
                damaged = isError(chosen, i) ? damaged.with(event, quote("trouble" + i)) : damaged;
              }
              return damaged;
            });
  }

  private boolean isError(int state, int transition) {
    return isError(transitions(state(state)).getJsonObject(transition));
  }

  Optional<FlowDocuments> forgetCommand() {
    Predicate<JsonObject> asking =
        state ->
            isWaiting(state)
                && state.containsKey("outputCommand")
                && !state.containsKey("sideEffects");
    return pick(asking).map(chosen -> flow.without(STATES + chosen + "/outputCommand"));
  }

  Optional<FlowDocuments> addChannel() {
    return Optional.of(
        flow.with(
            "/communicationProtocols/-",
            """
            {"id": "fresh", "type": "kafka",
             "configurations": {"brokers": ["localhost:9092"], "outputTopics": ["fresh"]}}
            """));
  }

  Optional<FlowDocuments> letNothingIn() {
    if (pick(state -> state.containsKey("outputCommand")).isEmpty()) {
      return Optional.empty();
    }
    FlowDocuments damaged = flow;
    for (int i = 0; i < flow.json().getJsonArray("communicationProtocols").size(); i++) {
      damaged =
          damaged
              .with("/communicationProtocols/" + i + "/type", "\"kafka\"")
              .with(
                  "/communicationProtocols/" + i + "/configurations",
                  "{\"brokers\": [\"localhost:9092\"], \"outputTopics\": [\"out\"]}");
    }
    return Optional.of(damaged);
  }

  Optional<FlowDocuments> addBusinessState() {
    return Optional.of(
        flow.with(
            "/machineDefinition/businessStates/-",
            "{\"id\": \"fresh\", \"description\": \"New\"}"));
  }

  Optional<FlowDocuments> addBusinessEvent() {
    FlowDocuments withList =
        flow.json().getJsonObject("machineDefinition").containsKey("businessEvents")
            ? flow
            : flow.with("/machineDefinition/businessEvents", "[]");
    return Optional.of(
        withList.with(
            "/machineDefinition/businessEvents/-",
            "{\"id\": \"fresh\", \"description\": \"New\"}"));
  }

  Optional<FlowDocuments> misspellKey() {
    return pick(state -> true)
        .map(chosen -> flow.with(STATES + chosen + "/" + misspelt("description"), "\"New\""));
  }

  /** The same long label in two states, and a slip in a third one. */
  Optional<FlowDocuments> misspellEvent() {
    return pick(Mutations::isWaiting)
        .map(
            chosen ->
                flow.with(transition(chosen, "-"), way("orderCancelled", chosen))
                    .with(STATES + "-", waiting("freshOne", way("orderCancelled", chosen)))
                    .with(
                        STATES + "-",
                        waiting("freshTwo", way("order" + misspelt("Cancelled"), chosen))));
  }

  Optional<FlowDocuments> targetNothing() {
    return pick(Mutations::isWaiting)
        .map(chosen -> flow.with(transition(chosen, 0) + "/targetState", "\"nowhere\""));
  }

  Optional<FlowDocuments> removeChannel() {
    return pick(state -> state.containsKey("outputCommand"))
        .map(
            chosen -> {
              String used = state(chosen).getJsonObject("outputCommand").getString("channel");
              JsonArray channels = flow.json().getJsonArray("communicationProtocols");
              int number =
                  IntStream.range(0, channels.size())
                      .filter(i -> id(channels.getJsonObject(i)).equals(used))
                      .findFirst()
                      .orElseThrow();
              return flow.without("/communicationProtocols/" + number);
            });
  }

  /** With two neighbours swapped that are not the same, but never the first letter. */
  private String misspelt(String word) {
    List<Integer> places =
        IntStream.range(1, word.length() - 1)
            .filter(i -> word.charAt(i) != word.charAt(i + 1))
            .boxed()
            .toList();
    int place = places.get(random.nextInt(places.size()));
    return word.substring(0, place)
        + word.charAt(place + 1)
        + word.charAt(place)
        + word.substring(place + 2);
  }

  private String way(String event, int target) {
    return "{\"inputEvent\": %s, \"targetState\": %s}"
        .formatted(quote(event), quote(id(state(target))));
  }

  private String waiting(String id, String way) {
    return "{\"id\": \"%s\", \"isFinal\": false, \"businessStateId\": %s, \"outgoingTransitions\": [%s]}"
        .formatted(id, businessState(), way);
  }

  private String fresh(boolean isFinal) {
    return FRESH_STATE.formatted(isFinal, businessState());
  }

  private String businessState() {
    return state(0).get("businessStateId").toString();
  }

  private Optional<Integer> pick(Predicate<JsonObject> wanted) {
    List<Integer> fitting =
        IntStream.range(0, states().size()).filter(i -> wanted.test(state(i))).boxed().toList();
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(fitting.get(random.nextInt(fitting.size())));
  }

  private JsonArray states() {
    return flow.json().getJsonObject("machineDefinition").getJsonArray("states");
  }

  private JsonObject state(int number) {
    return states().getJsonObject(number);
  }

  private static String transition(int state, Object transition) {
    return STATES + state + "/outgoingTransitions/" + transition;
  }

  private static String id(JsonObject object) {
    return object.getString("id");
  }

  private static JsonArray transitions(JsonObject state) {
    return state.containsKey("outgoingTransitions")
        ? state.getJsonArray("outgoingTransitions")
        : JsonArray.EMPTY_JSON_ARRAY;
  }

  private static boolean isWaiting(JsonObject state) {
    return !transitions(state).isEmpty();
  }

  private static boolean takesAnError(JsonObject state) {
    return state.containsKey("outputCommand")
        && transitions(state).stream().anyMatch(way -> isError(way.asJsonObject()))
        && transitions(state).stream().anyMatch(way -> !isError(way.asJsonObject()));
  }

  private static boolean isError(JsonObject transition) {
    return transition.getString("inputEvent").toLowerCase(Locale.ROOT).matches(".*(error|_failed)");
  }

  private static String quote(String text) {
    return '"' + text + '"';
  }
}
