// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.bootstrap.wiring.TableOfOperations;
import io.flowmanager.platform.rest.HttpOperation;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.FlowSchema;
import io.flowmanager.testing.server.FlowsOfTheRun;
import io.flowmanager.testing.server.HttpAnswer;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server tells of itself. */
interface PagesScenario extends ServerScenario {

  @ParameterizedTest
  @ValueSource(strings = {"-/healthz", "-/ready", "-/check-up"})
  default void aRunningServerIsHealthy(String path) {
    Await.until("brokers are found", SOON, () -> http().get(path).status() == 200);

    assertThat(http().get(path).json().getString("status")).isEqualTo("OK");
  }

  @Test
  default void theMachineDefinitionIsServedAsWritten() {
    HttpAnswer atTheRoot = http().get("machine-definition");
    HttpAnswer byName = http().get("flows/ledger/machine-definition");

    assertThat(atTheRoot.json().getString("initialState")).isEqualTo("orderCreated");
    assertThat(atTheRoot.json().getJsonArray("states")).hasSize(7);
    assertThat(byName.json().getString("creationEvent")).isEqualTo("opened");
  }

  @Test
  default void theConfigurationIsDeprecatedAndShowsNoSecret() {
    HttpAnswer answer = http().get("flows/strict-order/configuration");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Deprecation")).matches("@\\d+");
    assertThat(answer.body()).contains("X-Api-Key").doesNotContain(FlowsOfTheRun.SECRET);
    assertThat(answer.json().getJsonObject("settings").getString("sagaIdPrefix"))
        .isEqualTo("strict-");
  }

  @Test
  default void aSecretHeaderReachesTheParticipant() {
    String saga = strictOrders().start("{}");

    assertThat(participant().awaitCommands(saga, 1, SOON).get(0).header("X-Api-Key"))
        .isEqualTo(FlowsOfTheRun.SECRET);
  }

  @Test
  default void everyEntryOfAStateIsCountedAndIgnoredEventsAreNot() {
    double created = entries("orderCreated", "orderRequested");
    double paid = entries("orderPaid", "paymentExecuted");
    String saga = orders().start("{}");
    orders().move(saga, "paymentExecuted", "{}");
    orders().send(saga, "paymentExecuted", "{}");

    assertThat(entries("orderCreated", "orderRequested")).isEqualTo(created + 1);
    assertThat(entries("orderPaid", "paymentExecuted")).isEqualTo(paid + 1);
  }

  private double entries(String state, String label) {
    HttpAnswer metrics = http().get("-/metrics");
    assertThat(metrics.header("Content-Type").replace(" ", ""))
        .startsWith("text/plain;version=0.0.4");
    Matcher sample =
        Pattern.compile(
                "(?m)^flow_manager_saga_states_total\\{flow=\"order\","
                    + "incoming_message_label=\"%s\",state=\"%s\"\\} (\\S+)$"
                        .formatted(label, state))
            .matcher(metrics.body());
    return sample.find() ? Double.parseDouble(sample.group(1)) : 0;
  }

  @Test
  default void theSchemaOfFlowFilesIsServed() {
    assertThat(http().get("schemas/flow.json").body()).isEqualTo(FlowSchema.text());
  }

  @Test
  default void openApiListsEveryOperationOfTheTableAndNoOther() {
    HttpAnswer answer = http().get("openapi?format=JSON", "Accept", "application/json");

    assertThat(answer.status()).isEqualTo(200);
    JsonObject paths = answer.json().getJsonObject("paths");
    assertThat(paths.keySet().stream().flatMap(path -> operations(path, paths.getJsonObject(path))))
        .containsExactlyInAnyOrderElementsOf(TableOfOperations.all());
  }

  private static Stream<HttpOperation> operations(String path, JsonObject item) {
    return Stream.of("get", "post", "put", "patch", "delete")
        .filter(item::containsKey)
        .map(
            method ->
                new HttpOperation(
                    item.getJsonObject(method).getString("operationId"),
                    method.toUpperCase(Locale.ROOT),
                    path));
  }
}
