// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.KafkaProbe;
import io.flowmanager.testing.participant.HoldingProxy;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.RoutedOverKafka;
import io.flowmanager.testing.server.RouterFolder;
import io.flowmanager.testing.server.RouterFolder.Place;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A router with {@code MODE=KAFKA} is killed while messages of many sagas are on their way: of one
 * of them the flow manager has taken the effect, and the router does not know.
 */
class RouterKafkaCrashSystemIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int PARTITIONS = 3;
  private static final int SAGAS = 12;
  private static final int PAPERS = 8;

  private record Pair(String main, String sub) {}

  @TempDir private Path folder;

  private final KafkaBroker broker = KafkaBroker.start();
  private final KafkaProbe probe = new KafkaProbe(broker);
  private PackagedServer flowManager;
  private PackagedServer router;
  private HoldingProxy proxy;

  @BeforeEach
  void start() throws IOException {
    var kafka = new RoutedOverKafka(broker);
    kafka.createTopics(PARTITIONS);
    flowManager =
        PackagedServer.in(home("flow-manager"))
            .with(
                new FlowFolder(folder.resolve("flows"))
                    .with("main", kafka.main())
                    .with("identification", kafka.sub())
                    .settings("main"))
            .start();
    proxy = new HoldingProxy(flowManager.baseUri());
    router =
        PackagedServer.in(home("router"))
            .with(
                new RouterFolder(folder.resolve("rules"))
                    .settings(place("main"), place("identification"), place("payment")))
            .with(kafka.settings(folder))
            .with("MAX_RETRIES", "0")
            .with("FLOW_MANAGER_ROUTER_TIMEOUT", "PT30S")
            .start();
  }

  private Path home(String server) throws IOException {
    return Files.createDirectories(folder.resolve(server));
  }

  private Place place(String flow) {
    return new Place(proxy.address() + "/flows/" + flow, proxy.address() + "/crud/" + flow);
  }

  @AfterEach
  void close() {
    router.close();
    proxy.close();
    flowManager.close();
    probe.close();
    broker.close();
  }

  @Test
  void everyMessageIsRoutedOnceAndInOrderThoughTheRouterIsKilledInTheMiddle() {
    List<Pair> pairs = IntStream.range(0, SAGAS).mapToObj(this::startPair).toList();

    holdAnswerTo(pairs.get(1).sub(), "paperSent", "\"" + (PAPERS / 2) + "\"");
    for (int paper = 0; paper < PAPERS; paper++) {
      String payload = "{\"papers\": [{\"sha\": \"%d\"}]}".formatted(paper);
      pairs.forEach(pair -> say(pair.main(), "paperSent", payload));
    }
    killWhenHeld();
    holdAnswerTo(pairs.get(2).sub(), "routerNotifyCompleted", "");
    pairs.forEach(pair -> say(pair.main(), "documentSent", "{\"forMain\": {\"checked\": true}}"));
    killWhenHeld();

    pairs.forEach(this::awaitEnd);
    pairs.forEach(this::assertThatNothingIsLostOrRepeated);
    assertThat(router.http().get("router/parked").json().getJsonArray("messages")).isEmpty();
  }

  private Pair startPair(int number) {
    HttpAnswer answer =
        FlowClient.ofRoot(router.http())
            .tryStart("entity-" + number, "{\"type\": \"identification\", \"papers\": []}");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    var pair = new Pair(answer.json().getString("sagaId"), answer.json().getString("subSagaId"));
    Await.until("the pair knows each other", SOON, () -> state(pair.main()).equals("waiting"));
    return pair;
  }

  private void holdAnswerTo(String saga, String label, String words) {
    proxy.holdAnswerOf(
        request ->
            request.path().equals("/flows/identification/event")
                && List.of(saga, label, words).stream().allMatch(request.body()::contains));
  }

  private void killWhenHeld() {
    proxy.awaitHeld(SOON);
    router.kill9();
    router.start();
  }

  private void say(String saga, String label, String payload) {
    String value = "{\"messageLabel\": \"%s\", \"messagePayload\": %s}".formatted(label, payload);
    probe.send(RoutedOverKafka.EVENTS, saga, value, Map.of());
  }

  private void awaitEnd(Pair pair) {
    Await.until(
        () -> "the end of " + read(pair.main()) + " and " + read(pair.sub()),
        SOON,
        () -> state(pair.main()).equals("checked") && state(pair.sub()).equals("told"));
  }

  private void assertThatNothingIsLostOrRepeated(Pair pair) {
    var expected = new ArrayList<String>();
    expected.add("begun");
    IntStream.range(0, PAPERS).forEach(paper -> expected.add("paperSent"));
    expected.addAll(List.of("documentSent", "routerNotifyCompleted"));
    assertThat(events(pair.sub())).isEqualTo(expected);
    assertThat(events(pair.main()))
        .containsExactly("requested", "subFlowCreated", "documentChecked");
    assertThat(read(pair.sub()).getJsonObject("metadata").getJsonArray("papers"))
        .extracting(paper -> paper.asJsonObject().getString("sha"))
        .containsExactlyElementsOf(IntStream.range(0, PAPERS).mapToObj(Integer::toString).toList());
    assertThat(read(pair.main()).getJsonObject("metadata").getBoolean("checked")).isTrue();
  }

  private List<String> events(String saga) {
    return read(saga).getJsonObject("history").getJsonArray("events").stream()
        .map(event -> event.asJsonObject().getString("event"))
        .toList();
  }

  private JsonObject read(String saga) {
    return FlowClient.ofRoot(flowManager.http()).read(saga);
  }

  private String state(String saga) {
    return read(saga).getString("currentState");
  }
}
