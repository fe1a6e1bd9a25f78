// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.participant.HoldingProxy;
import io.flowmanager.testing.participant.HoldingProxy.Passed;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.RoutedFlowFiles;
import io.flowmanager.testing.server.RouterFolder;
import io.flowmanager.testing.server.RouterFolder.Place;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The router is killed after each step of its calls: the flow manager has done the step, and the
 * router does not know.
 */
class RouterCrashSystemIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String BODY =
      "{\"associatedEntityId\": \"%s\", \"metadata\": {\"type\": \"identification\"}}";

  private static PackagedServer flowManager;
  private static PackagedServer router;
  private static HoldingProxy proxy;

  /** Steps of {@code /saga}. */
  private enum SagaStep {
    MAIN_STARTED("/flows/main/saga", ""),
    SUB_STARTED("/flows/identification/saga", ""),
    MAIN_TOLD("/flows/main/event", "subFlowCreated");

    private final String path;
    private final String label;

    SagaStep(String path, String label) {
      this.path = path;
      this.label = label;
    }
  }

  /** Steps of {@code /notify}. */
  private enum NotifyStep {
    MAIN_TOLD("/flows/main/event", "documentChecked"),
    SERVICE_TOLD("/external", "documentChecked"),
    SUB_TOLD("/flows/identification/event", "routerNotifyCompleted");

    private final String path;
    private final String label;

    NotifyStep(String path, String label) {
      this.path = path;
      this.label = label;
    }
  }

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    router = PackagedServer.in(Files.createDirectories(folder.resolve("router")));
    flowManager = PackagedServer.in(Files.createDirectories(folder.resolve("flow-manager")));
    int port = router.baseUri().getPort();
    flowManager
        .with(
            new FlowFolder(folder.resolve("flows"))
                .with("main", RoutedFlowFiles.main())
                .with("identification", RoutedFlowFiles.sub(port))
                .settings("main"))
        .with("FLOW_MANAGER_RELAY_MAX_RETRY", "PT1S")
        .start();
    proxy = new HoldingProxy(flowManager.baseUri());
    router
        .with(
            new RouterFolder(folder.resolve("rules"))
                .settings(place("main"), place("identification"), place("payment")))
        .with("EXTERNAL_SERVICE_URL", proxy.address() + "/external")
        .with("MAX_RETRIES", "0")
        .with("FLOW_MANAGER_ROUTER_TIMEOUT", "PT4S")
        .start();
  }

  private static Place place(String flow) {
    return new Place(proxy.address() + "/flows/" + flow, proxy.address() + "/crud/" + flow);
  }

  @AfterAll
  static void close() {
    router.close();
    proxy.close();
    flowManager.close();
  }

  private static Predicate<Passed> request(String path, String label) {
    return request -> request.path().equals(path) && request.body().contains(label);
  }

  private static void killWhenHeld() {
    proxy.awaitHeld(SOON);
    router.kill9();
    router.start();
  }

  private static JsonObject onlySagaOf(String flow, String entity) {
    HttpAnswer found = flowManager.http().get("sagas?flow=" + flow + "&entityId=" + entity);
    assertThat(found.json().getJsonArray("sagas")).as("%s", found).hasSize(1);
    String id = found.json().getJsonArray("sagas").getJsonObject(0).getString("sagaId");
    return FlowClient.ofRoot(flowManager.http()).read(id);
  }

  private static long events(JsonObject saga, String label) {
    return saga.getJsonObject("history").getJsonArray("events").stream()
        .filter(event -> event.asJsonObject().getString("event").equals(label))
        .count();
  }

  private static void thereIsExactlyOnePair(String entity) {
    JsonObject main = onlySagaOf("main", entity);
    JsonObject sub = onlySagaOf("identification", entity);
    assertThat(main.getString("currentState")).isEqualTo("waiting");
    assertThat(events(main, "subFlowCreated")).isEqualTo(1);
    assertThat(main.getJsonObject("metadata").getString("subSagaId"))
        .isEqualTo(sub.getString("sagaId"));
    assertThat(sub.getJsonObject("metadata").getString("mainSagaId"))
        .isEqualTo(main.getString("sagaId"));
  }

  @ParameterizedTest
  @EnumSource(SagaStep.class)
  void aSagaCallIsFinishedByItsRepeat(SagaStep step) {
    String entity = "repeat-" + step;
    proxy.holdAnswerOf(request(step.path, step.label));
    router.http().postAside("saga", BODY.formatted(entity), "Idempotency-Key", entity);
    killWhenHeld();

    HttpAnswer answer =
        router.http().post("saga", BODY.formatted(entity), "Idempotency-Key", entity);

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().getString("sagaId"))
        .isEqualTo(onlySagaOf("main", entity).getString("sagaId"));
    thereIsExactlyOnePair(entity);
  }

  @Test
  void aSagaCallWithoutAKeyIsFinishedByTheRouter() {
    proxy.holdAnswerOf(request("/flows/main/saga", ""));
    router.http().postAside("saga", BODY.formatted("keyless"));
    killWhenHeld();

    Await.until(
        "the end of the call",
        SOON,
        () -> !router.http().get("router/calls").body().contains("keyless"));

    thereIsExactlyOnePair("keyless");
  }

  @ParameterizedTest
  @EnumSource(NotifyStep.class)
  void aNotificationIsFinishedByItsRepeat(NotifyStep step) {
    String entity = "notify-" + step;
    HttpAnswer started = router.http().post("saga", BODY.formatted(entity));
    assertThat(started.status()).as("%s", started).isEqualTo(200);
    String main = started.json().getString("sagaId");
    int requestsBefore = proxy.requests().size();
    int answersBefore = proxy.answered().size();
    proxy.holdAnswerOf(request(step.path, step.label));
    FlowClient.ofRoot(router.http()).send(main, "documentSent", "{}");
    killWhenHeld();

    Await.until(
        "the repeat of the last step and of the one that was held",
        SOON,
        () -> isAnswered(answersBefore, step) && isAnswered(answersBefore, NotifyStep.SUB_TOLD));

    assertThat(onlySagaOf("identification", entity).getString("currentState")).isEqualTo("told");
    assertThat(events(onlySagaOf("main", entity), "documentChecked")).isEqualTo(1);
    assertThat(events(onlySagaOf("identification", entity), "routerNotifyCompleted")).isEqualTo(1);
    assertThat(proxy.requests().subList(requestsBefore, proxy.requests().size()))
        .filteredOn(request -> request.path().equals("/external"))
        .extracting(Passed::key)
        .isNotEmpty()
        .containsOnly(externalKey(entity));
  }

  private static boolean isAnswered(int before, NotifyStep step) {
    return proxy.answered().stream().skip(before).anyMatch(request(step.path, step.label));
  }

  /** The id of the command that tells of the document: the sub saga's first one after its start. */
  private static String externalKey(String entity) {
    return onlySagaOf("identification", entity).getString("sagaId") + ".1/external";
  }
}
