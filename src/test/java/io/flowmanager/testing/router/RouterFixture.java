// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.router;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.router.application.call.CallJournal;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.CallPolicy;
import io.flowmanager.router.application.call.CallTransactions;
import io.flowmanager.router.application.call.StoreThreads;
import io.flowmanager.router.application.route.ExternalService;
import io.flowmanager.router.application.route.FinishCalls;
import io.flowmanager.router.application.route.ReadStatus;
import io.flowmanager.router.application.route.RouteEvent;
import io.flowmanager.router.application.route.RouteNotification;
import io.flowmanager.router.application.route.RouteSaga;
import io.flowmanager.router.application.route.RoutedFlows;
import io.flowmanager.router.application.route.RouterWords;
import io.flowmanager.router.domain.Address;
import io.flowmanager.router.domain.ArrayMergeMode;
import io.flowmanager.router.domain.MetadataUpsert;
import io.flowmanager.router.domain.Rule;
import io.flowmanager.router.domain.RuleSet;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A router on flows in memory: whatever is not {@code {"type": "sub"}} has no rule. */
public final class RouterFixture {

  public static final Duration LEASE = Duration.ofMinutes(1);

  public final MemoryFlow main = new MemoryFlow("main");
  public final MemoryFlow sub = new MemoryFlow("sub");
  public final SettableClock clock = new SettableClock();
  public final MemoryCallStore store = new MemoryCallStore();

  private final RouterWords words = new RouterWords("mainId", "subId", "forMain", "subCreated");
  private final RuleSet rules =
      new RuleSet(
          List.of(
              new Rule(
                  "only",
                  new Address.Hosted("sub"),
                  new Address.Hosted("sub"),
                  JsonTexts.object("{\"type\": \"sub\"}"))));
  private final RoutedFlows flows =
      new RoutedFlows(main.routed(), rules, Map.of("only", sub.routed()));
  private final AtomicInteger keys = new AtomicInteger();
  private final Supplier<CallKey> newKeys = () -> new CallKey("own-" + keys.incrementAndGet());
  private final MetadataUpsert upsert = new MetadataUpsert(ArrayMergeMode.SHA, JsonText.builders());
  private final CallJournal journal =
      new CallJournal(
          new CallTransactions(
              store, new CallPolicy(LEASE, Duration.ofSeconds(1), Duration.ofSeconds(8)), clock),
          new StoreThreads(Runnable::run));

  public RouteSaga routeSaga() {
    return routeSagaBy(flows);
  }

  /** The same router after its rules file was changed: the old rule is gone. */
  public RouteSaga routeSagaByOtherRules(String id, MemoryFlow subFlow) {
    var address = new Address.Hosted("other");
    var rule = new Rule(id, address, address, JsonTexts.object("{\"type\": \"other\"}"));
    return routeSagaBy(
        new RoutedFlows(main.routed(), new RuleSet(List.of(rule)), Map.of(id, subFlow.routed())));
  }

  private RouteSaga routeSagaBy(RoutedFlows flows) {
    return new RouteSaga(flows, words, journal, newKeys, JsonText.builders());
  }

  public FinishCalls finishCalls() {
    return new FinishCalls(routeSaga(), journal);
  }

  public RouteEvent routeEvent() {
    return new RouteEvent(flows, words, upsert, newKeys);
  }

  public RouteNotification routeNotification(Optional<ExternalService> external) {
    return new RouteNotification(flows, words, upsert, external, newKeys);
  }

  public ReadStatus readStatus() {
    return new ReadStatus(flows, words.subFlowIdKey());
  }
}
