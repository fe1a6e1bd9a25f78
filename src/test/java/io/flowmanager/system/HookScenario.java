// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.participant.ReceivedCommand;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowsOfTheRun;
import io.flowmanager.testing.server.HttpAnswer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Commands and side effects whose messages are made by hooks. */
interface HookScenario extends ServerScenario {

  private FlowClient parcels() {
    return FlowClient.of(http(), FlowsOfTheRun.PARCEL);
  }

  @Test
  default void hookMakesTheWholeMessageAndKeepsASecretBack() {
    String saga = parcels().start("{\"a\": 1, \"secret\": 2, \"address\": {\"street\": \"Quay\"}}");

    ReceivedCommand command = received(saga, saga + ".0");

    assertThat(command.json())
        .hasToString(
            "{\"a\":1,\"address\":{\"street\":\"Quay\"},\"messageLabel\":\"file\",\"street\":\"Quay\",\"steps\":1}");
    assertThat(command.header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  default void hookSeesTheSagaAsOfItsOwnTransition() {
    String saga = parcels().start("{}");
    parcels().move(saga, "noted", "{\"n\": 1}");
    parcels().move(saga, "noted", "{\"n\": 2}");

    received(saga, saga + ".2");

    assertThat(participant().callsFor(saga))
        .filteredOn(command -> command.json().containsKey("steps"))
        .extracting(command -> command.json().getInt("steps") + " " + command.json().getInt("n", 0))
        .containsExactly("1 0", "2 1", "3 2");
  }

  @Test
  default void hookInBase64MakesTheMessageOfASideEffect() {
    String saga = parcels().start("{}");

    assertThat(received(saga, saga + ".0.1").json())
        .hasToString(
            "{\"kind\":\"tell\",\"of\":\"%s\",\"state\":\"open\",\"last\":\"open\"}"
                .formatted(saga));
  }

  @Test
  default void hookThatThrowsBlocksItsSagaAloneAndSaysWhy() {
    String stuck = parcels().start("{\"boom\": true}");
    parcels().move(stuck, "noted", "{\"boom\": false}");
    String other = parcels().start("{}");

    JsonObject blocked = awaitBlocked(stuck + ".0");

    assertThat(blocked.getString("sagaId")).isEqualTo(stuck);
    assertThat(blocked.getString("flow")).isEqualTo(FlowsOfTheRun.PARCEL);
    assertThat(blocked.getString("state")).isEqualTo("open");
    assertThat(blocked.getString("channel")).isEqualTo("clerk");
    assertThat(blocked.getString("messageLabel")).isEqualTo("file");
    assertThat(blocked.getString("reason"))
        .startsWith("The hook at /machineDefinition/states/0/outputCommand/hook failed.")
        .contains("no file today (line 2, column ");
    received(other, other + ".0");
    assertThat(participant().commandsFor(stuck)).doesNotContain(stuck + ".0", stuck + ".1");
    assertThat(parcels().stateOf(stuck)).as("its transitions are kept").isEqualTo("open");
  }

  @Test
  default void blockedCommandsAreCountedInTheMetrics() {
    awaitBlocked(parcels().start("{\"boom\": true}") + ".0");

    Await.until(
        () -> "the gauge of blocked commands",
        SOON,
        () ->
            http()
                .get("-/metrics")
                .body()
                .matches("(?s).*\\nflow_manager_commands_blocked [1-9].*"));
  }

  @Test
  default void retriedCommandIsTriedAgainAndBlockedAgainWhileItsHookIsAsItWas() {
    String id = parcels().start("{\"boom\": true}") + ".0";
    String before = awaitBlocked(id).getString("blockedAt");

    HttpAnswer answer = http().post("commands/" + id + "/retry", "");

    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    assertThat(answer.json().getInt("retried")).isEqualTo(1);
    Await.until(
        () -> "a second try of " + id,
        SOON,
        () -> blocked(id).filter(b -> !b.getString("blockedAt").equals(before)).isPresent());
  }

  @Test
  default void onlyBlockedCommandsCanBeRetried() {
    String saga = parcels().start("{}");
    received(saga, saga + ".0");

    assertThat(http().post("commands/" + saga + ".0/retry", "").status()).isEqualTo(404);
    assertThat(http().post("commands/nonsense/retry", "").status()).isEqualTo(404);
    assertThat(http().post("commands/blocked/retry", "").status()).isEqualTo(400);
    assertThat(http().post("commands/blocked/retry?flow=ledger", "").json().getInt("retried"))
        .isZero();
  }

  @Test
  default void blockedCommandsComePageByPage() {
    awaitBlocked(parcels().start("{\"boom\": true}") + ".0");
    String last = parcels().start("{\"boom\": true}") + ".0";
    awaitBlocked(last);

    JsonObject first = http().get("commands/blocked?flow=parcel&limit=1").json();
    JsonObject second = http().get(first.getString("next").substring(1)).json();

    assertThat(ids(first)).hasSize(1);
    assertThat(ids(second)).hasSize(1).doesNotContainAnyElementsOf(ids(first));
    assertThat(http().get("commands/blocked?state=open").status()).isEqualTo(400);
  }

  private ReceivedCommand received(String saga, String id) {
    Await.until(
        () -> id + "; there are " + participant().commandsFor(saga),
        SOON,
        () -> participant().commandsFor(saga).contains(id));
    return participant().callsFor(saga).stream()
        .filter(command -> command.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private JsonObject awaitBlocked(String id) {
    Await.until(() -> id + " blocked", SOON, () -> blocked(id).isPresent());
    return blocked(id).orElseThrow();
  }

  private Optional<JsonObject> blocked(String id) {
    JsonObject page = http().get("commands/blocked?flow=parcel&limit=500").json();
    return page.getJsonArray("commands").getValuesAs(JsonObject.class).stream()
        .filter(command -> command.getString("commandId").equals(id))
        .findFirst();
  }

  private static List<String> ids(JsonObject page) {
    return page.getJsonArray("commands").getValuesAs(JsonObject.class).stream()
        .map(command -> command.getString("commandId"))
        .toList();
  }
}
