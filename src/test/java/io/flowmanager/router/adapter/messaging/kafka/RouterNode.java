// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.messaging.kafka;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.platform.kafka.KafkaAccess;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.StoreThreads;
import io.flowmanager.router.application.message.ConsumeMessages;
import io.flowmanager.router.application.message.MessageRetryPolicy;
import io.flowmanager.router.application.message.Quarantine;
import io.flowmanager.router.application.message.QuarantineStore;
import io.flowmanager.router.application.message.QuarantineTransactions;
import io.flowmanager.router.application.message.RouteMessage;
import io.flowmanager.router.application.route.RouteEvent;
import io.flowmanager.router.application.route.RouteNotification;
import io.flowmanager.router.application.route.RoutedEvent;
import io.flowmanager.router.application.route.RoutedFlow;
import io.flowmanager.router.application.route.RoutedFlows;
import io.flowmanager.router.application.route.RoutedSaga;
import io.flowmanager.router.application.route.RouterWords;
import io.flowmanager.router.application.route.SagaReader;
import io.flowmanager.router.domain.Address;
import io.flowmanager.router.domain.ArrayMergeMode;
import io.flowmanager.router.domain.MetadataUpsert;
import io.flowmanager.router.domain.Rule;
import io.flowmanager.router.domain.RuleSet;
import io.flowmanager.testing.DaemonThreads;
import io.flowmanager.testing.kafka.KafkaAccesses;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.router.MemoryFlow;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A router that reads a broker; the main saga {@code mN} has the sub saga {@code sN}. */
final class RouterNode implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final AtomicLong IDS = new AtomicLong();

  final List<String> resets = new CopyOnWriteArrayList<>();
  private final MemoryFlow main = new MemoryFlow("main");
  private final KafkaMessages messages;

  RouterNode(RouterTopics topics, SlowSubFlow sub, QuarantineStore store, KafkaBroker broker) {
    main.put("m1", JsonText.parse("{\"subId\": \"s1\"}").asJsonObject());
    Address here = new Address.Hosted("here");
    var rules = new RuleSet(List.of(new Rule("only", here, here, JsonValue.EMPTY_JSON_OBJECT)));
    SagaReader mainSagas =
        id -> CompletableFuture.completedStage(Optional.of(new RoutedSaga(id, document(id))));
    var flows =
        new RoutedFlows(
            new RoutedFlow(main, mainSagas), rules, Map.of("only", new RoutedFlow(sub, sub)));
    var words = new RouterWords("mainId", "subId", "forMain", "subCreated");
    var upsert = new MetadataUpsert(ArrayMergeMode.SHA, JsonText.builders());
    var route =
        new RouteMessage(
            new RouteEvent(flows, words, upsert, () -> new CallKey("none")),
            new RouteNotification(
                flows, words, upsert, Optional.empty(), () -> new CallKey("none")));
    var quarantine =
        new Quarantine(
            new QuarantineTransactions(
                store, Clock.systemUTC(), () -> new UUID(0, IDS.incrementAndGet())),
            new StoreThreads(ForkJoinPool.commonPool()));
    var patience = new MessageRetryPolicy(2, Duration.ofMillis(50), Duration.ofMillis(100));
    var consume =
        new ConsumeMessages(
            route,
            quarantine,
            patience,
            delay -> CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS),
            (topic, fate) -> {});
    KafkaAccess access =
        KafkaAccesses.plain(
            broker, Map.of("reconnect.backoff.max.ms", "200", "session.timeout.ms", "6000"));
    messages =
        new KafkaMessages(
            topics,
            new UntrustedJson(100),
            new KafkaMessages.Handling(consume, (topic, reason) -> resets.add(reason)),
            new BrokerWatch("router", () -> access, Clock.systemUTC()),
            Clock.systemUTC());
    messages.start(new DaemonThreads());
  }

  private static JsonObject document(String id) {
    return JsonText.parse("{\"metadata\": {\"subId\": \"s%s\"}}".formatted(id.substring(1)))
        .asJsonObject();
  }

  List<RoutedEvent> mainEvents() {
    return main.events();
  }

  boolean isUp() {
    return messages.state().up();
  }

  /** As if the process was gone: nothing more is noted at the broker. */
  void die() {
    messages.close(Duration.ofMillis(1));
  }

  @Override
  public void close() {
    messages.close(PATIENCE);
  }
}
