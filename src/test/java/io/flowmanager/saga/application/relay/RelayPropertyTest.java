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
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.TestScripts;
import io.flowmanager.testing.TestSettings;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Two nodes on one outbox, a participant and a hook that fail now and then: whatever happens in
 * what order.
 */
class RelayPropertyTest {

  /** As many of them as there are acts are still shorter than a send may take. */
  private static final Duration MOMENT = Duration.ofMillis(160);

  /** What may happen next; by the first or by the second node. */
  enum Act {
    EVENT,
    OTHER_EVENT,
    SUCCESS,
    FAILURE,
    HOOK,
    BROKEN_HOOK,
    UNBLOCK,
    OUTBOX,
    POLL,
    MOMENT,
    LEASE
  }

  private boolean hookIsBroken;
  private final LinkedHashSet<String> delivered = new LinkedHashSet<>();
  private EngineFixture engine;
  private List<RelayFixture> nodes;

  @BeforeTry
  void startNodes() {
    Flow flow =
        aFlow()
            .with(aState("plain").sends("payments", "pay").on("next", "hooked"))
            .with(aState("hooked").sends("payments", "pay").on("next", "plain"))
            .hooking("hooked", 0, TestScripts.answering(argument -> message()))
            .build();
    engine = new EngineFixture(flow);
    nodes = List.of(new RelayFixture(engine, tight()), new RelayFixture(engine, tight()));
    delivered.clear();
  }

  private JsonObject message() {
    return object(hookIsBroken ? "{}" : "{\"payload\": {}}");
  }

  private static DeliverySettings tight() {
    DeliverySettings usual = TestSettings.RELAY;
    return new DeliverySettings(
        usual.lease(), usual.sendTimeout(), usual.firstRetry(), usual.maxRetry(), 3, 1);
  }

  @Property(tries = 500)
  void everyCommandArrivesInTheOrderOfItsSaga(
      @ForAll @Size(max = 60) List<Act> acts, @ForAll @Size(60) List<Boolean> ofSecondNode) {
    nodes.get(0).commit(engine.start("s"), engine.start("t"));
    for (int i = 0; i < acts.size(); i++) {
      act(nodes.get(ofSecondNode.get(i) ? 1 : 0), acts.get(i));
      assertThat(sagasOnTheirWay()).doesNotHaveDuplicates();
    }
    deliverAll();

    for (String saga : List.of("s", "t")) {
      long last = engine.saga(saga).sequence();
      assertThat(delivered.stream().filter(id -> id.startsWith(saga + ".")))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(0, (int) last).mapToObj(i -> saga + "." + i).toList());
    }
  }

  private List<SagaId> sagasOnTheirWay() {
    return nodes.stream()
        .flatMap(node -> node.payments.onTheirWay().stream())
        .map(command -> command.id().saga())
        .toList();
  }

  private void act(RelayFixture node, Act act) {
    switch (act) {
      case EVENT -> node.commit(engine.event("s", "next"));
      case OTHER_EVENT -> node.commit(engine.event("t", "next"));
      case SUCCESS -> succeed(node);
      case FAILURE -> fail(node);
      case HOOK -> runHook(node, false);
      case BROKEN_HOOK -> runHook(node, true);
      case UNBLOCK -> engine.unblock();
      case OUTBOX -> node.writeOutbox();
      case POLL -> node.poll();
      case MOMENT -> engine.clock.advance(MOMENT);
      case LEASE -> outlastLeases();
    }
  }

  /** No send is still on its way, and all is noted, by the time that a lease is over. */
  private void outlastLeases() {
    for (RelayFixture node : nodes) {
      node.writeOutbox();
      while (node.payments.inFlight() > 0) {
        fail(node);
        node.writeOutbox();
      }
    }
    engine.clock.advance(TestSettings.RELAY.lease());
  }

  private void runHook(RelayFixture node, boolean broken) {
    hookIsBroken = broken;
    if (!node.threads.isEmpty()) {
      node.runHook();
    }
  }

  private void succeed(RelayFixture node) {
    if (node.payments.inFlight() > 0) {
      List<String> ids = node.payments.ids();
      delivered.add(ids.get(ids.size() - 1));
      node.paymentSucceeds();
    }
  }

  private static void fail(RelayFixture node) {
    if (node.payments.inFlight() > 0) {
      node.paymentFails();
    }
  }

  private void deliverAll() {
    for (int round = 0; engine.pending() > 0; round++) {
      assertThat(round).as("rounds").isLessThan(1000);
      engine.unblock();
      nodes.forEach(
          node -> {
            node.poll();
            runHook(node, false);
            succeed(node);
            node.writeOutbox();
          });
      engine.clock.advance(Duration.ofSeconds(1));
    }
  }
}
