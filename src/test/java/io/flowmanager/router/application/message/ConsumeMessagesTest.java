// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.call.StoreThreads;
import io.flowmanager.router.application.message.MessageCounter.Fate;
import io.flowmanager.router.application.message.RouterMessage.Input;
import io.flowmanager.router.application.message.RouterMessage.Place;
import io.flowmanager.router.application.route.Outcome;
import io.flowmanager.router.application.route.RoutedEvent;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.router.Laters;
import io.flowmanager.testing.router.MemoryFlow.Break;
import io.flowmanager.testing.router.MemoryQuarantineStore;
import io.flowmanager.testing.router.RouterFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsumeMessagesTest {

  private static final int RETRIES = 2;

  private final RouterFixture bench = new RouterFixture();
  private final MemoryQuarantineStore store = new MemoryQuarantineStore();
  private final Laters laters = new Laters();
  private final List<Fate> fates = new ArrayList<>();
  private final AtomicLong ids = new AtomicLong();
  private final RouteMessage route =
      new RouteMessage(bench.routeEvent(), bench.routeNotification(Optional.empty()));
  private final Quarantine quarantine =
      new Quarantine(
          new QuarantineTransactions(store, bench.clock, () -> new UUID(0, ids.incrementAndGet())),
          new StoreThreads(Runnable::run));
  private final ConsumeMessages messages =
      new ConsumeMessages(
          route,
          quarantine,
          new MessageRetryPolicy(RETRIES, Duration.ofSeconds(1), Duration.ofSeconds(3)),
          laters::after,
          (topic, fate) -> fates.add(fate));
  private boolean isOurs = true;

  @BeforeEach
  void twoPairsOfSagas() {
    for (String name : List.of("1", "2")) {
      bench.main.put(
          "m" + name, JsonTexts.object("{\"type\": \"sub\", \"subId\": \"s%s\"}".formatted(name)));
      bench.sub.put("s" + name, JsonTexts.object("{\"mainId\": \"m%s\"}".formatted(name)));
    }
  }

  private static RouterMessage event(String saga, String label, long offset) {
    return message(Input.EVENT, new RoutedEvent(saga, label, JsonTexts.object("{}")), offset);
  }

  private static RouterMessage message(Input input, RoutedEvent event, long offset) {
    var place = new Place("topic", 0, offset);
    return new RouterMessage(place, input, CallKey.of("kafka/" + place), event);
  }

  private CompletableFuture<Boolean> take(RouterMessage message) {
    return messages.handle(message, () -> isOurs).toCompletableFuture();
  }

  private void breakTwice(String label) {
    bench.sub.breakEvent(label, Break.BEFORE, Kind.NO_ANSWER);
    laters.pass();
    bench.sub.breakEvent(label, Break.BEFORE, Kind.NO_ANSWER);
    laters.pass();
  }

  private List<String> toldLabels() {
    return bench.sub.events().stream().map(RoutedEvent::label).toList();
  }

  private List<String> quarantinedLabels() {
    return store.list(Optional.empty(), 99).stream()
        .map(message -> message.message().event().label())
        .toList();
  }

  @Test
  void anEventAndANotificationAreRouted() {
    var news =
        new RoutedEvent(
            "s1", "checked", JsonTexts.object("{\"mainId\": \"m1\", \"forMain\": {\"a\": 1}}"));

    assertThat(take(event("m1", "sent", 1))).isCompletedWithValue(true);
    assertThat(take(message(Input.NOTIFICATION, news, 2))).isCompletedWithValue(true);

    assertThat(toldLabels()).containsExactly("sent", "routerNotifyCompleted");
    assertThat(bench.main.events()).extracting(RoutedEvent::label).containsExactly("checked");
    assertThat(fates).containsExactly(Fate.ROUTED, Fate.ROUTED);
  }

  @Test
  void aMessageThatFailsHoldsUpItsSagaAndNoOther() {
    bench.sub.breakEvent("first", Break.BEFORE, Kind.NO_ANSWER);
    var first = take(event("m1", "first", 1));
    var second = take(event("m1", "second", 2));
    var other = take(event("m2", "other", 3));

    assertThat(first).isNotDone();
    assertThat(second).isNotDone();
    assertThat(other).isCompletedWithValue(true);
    laters.pass();

    assertThat(second).isCompletedWithValue(true);
    assertThat(toldLabels()).containsExactly("other", "first", "second");
    assertThat(store.count()).isZero();
  }

  @Test
  void aMessageThatKeepsFailingIsQuarantinedAndLaterOnesOfItsSagaBehindIt() {
    bench.sub.breakEvent("first", Break.BEFORE, Kind.NO_ANSWER);
    var first = take(event("m1", "first", 1));
    var second = take(event("m1", "second", 2));
    breakTwice("first");

    assertThat(first).isCompletedWithValue(true);
    assertThat(second).isCompletedWithValue(true);
    assertThat(take(event("m1", "third", 3))).isCompletedWithValue(true);
    assertThat(quarantinedLabels()).containsExactly("first", "second", "third");
    assertThat(toldLabels()).isEmpty();
    assertThat(laters.delays()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(fates).containsOnly(Fate.QUARANTINED).hasSize(3);
  }

  @Test
  void whatWillBeRefusedAgainIsQuarantinedAtOnce() {
    assertThat(take(event("nobody", "sent", 1))).isCompletedWithValue(true);
    bench.sub.breakEvent("refused", Break.BEFORE, Kind.UPSTREAM_REFUSED);
    assertThat(take(event("m1", "refused", 2))).isCompletedWithValue(true);

    assertThat(quarantinedLabels()).containsExactly("sent", "refused");
    assertThat(laters.delays()).isEmpty();
  }

  @Test
  void aSubSagaThatTheMainSagaDoesNotKnowYetIsWaitedFor() {
    bench.main.put("m3", JsonTexts.object("{\"type\": \"sub\"}"));
    var early = take(event("m3", "early", 1));
    bench.main.put("m3", JsonTexts.object("{\"type\": \"sub\", \"subId\": \"s1\"}"));
    laters.pass();

    assertThat(early).isCompletedWithValue(true);
    assertThat(toldLabels()).containsExactly("early");
  }

  @Test
  void aStoreThatIsAwayParksNothingAndLosesNothing() {
    store.away(true);
    var message = take(event("m1", "sent", 1));
    for (int i = 0; i < RETRIES + 5; i++) {
      laters.pass();
    }
    assertThat(message).isNotDone();
    store.away(false);
    laters.pass();

    assertThat(message).isCompletedWithValue(true);
    assertThat(toldLabels()).containsExactly("sent");
    assertThat(store.count()).isZero();
  }

  @Test
  void aStoreThatGoesAwayBeforeParkingIsAskedAgain() {
    bench.sub.breakEvent("refused", Break.BEFORE, Kind.UPSTREAM_REFUSED);
    bench.sub.whenTold("refused", () -> store.away(true));
    var message = take(event("m1", "refused", 1));
    assertThat(message).isNotDone();
    store.away(false);
    laters.pass();

    assertThat(message).isCompletedWithValue(true);
    assertThat(quarantinedLabels()).containsExactly("refused");
  }

  @Test
  void aPartitionThatIsGivenUpIsNeitherTriedAgainNorQuarantined() {
    bench.sub.breakEvent("first", Break.BEFORE, Kind.NO_ANSWER);
    var first = take(event("m1", "first", 1));
    isOurs = false;
    laters.pass();

    assertThat(first).isCompletedWithValue(false);
    assertThat(take(event("m2", "other", 2))).isCompletedWithValue(false);
    assertThat(toldLabels()).isEmpty();
    assertThat(store.count()).isZero();
  }

  @Test
  void aMessageThatIsReadAgainAfterACrashActsOnce() {
    bench.sub.breakEvent("sent", Break.AFTER, Kind.NO_ANSWER);
    take(event("m1", "sent", 1));
    isOurs = false;
    laters.pass();
    isOurs = true;

    assertThat(take(event("m1", "sent", 1))).isCompletedWithValue(true);
    assertThat(toldLabels()).containsExactly("sent");
  }

  @Test
  void aQuarantinedMessageThatIsReadAgainIsQuarantinedOnce() {
    take(event("nobody", "sent", 1));

    assertThat(take(event("nobody", "sent", 1))).isCompletedWithValue(true);
    assertThat(quarantinedLabels()).containsExactly("sent");
  }

  @Test
  void aRetryHandlesWhatWasSentBeforeAsWellInOrder() {
    take(event("m3", "first", 1));
    take(event("m3", "second", 2));
    take(event("m3", "third", 3));
    bench.main.put("m3", JsonTexts.object("{\"type\": \"sub\", \"subId\": \"s1\"}"));
    var tending = new QuarantineAdministration(quarantine, route);
    String second = store.list(Optional.empty(), 9).get(1).id();

    assertThat(Outcome.of(tending.retry(second))).isEqualTo(2);
    assertThat(toldLabels()).containsExactly("first", "second");
    assertThat(quarantinedLabels()).containsExactly("third");
    var queue = new RouterMessage.Queue(Input.EVENT, "m3");
    assertThat(Outcome.of(tending.retryAll(queue))).isEqualTo(1);
    assertThat(take(event("m3", "fourth", 4))).isCompletedWithValue(true);
    assertThat(toldLabels()).containsExactly("first", "second", "third", "fourth");
  }

  @Test
  void aRetryThatFailsSaysWhyAndLeavesEverythingQuarantined() {
    take(event("nobody", "first", 1));
    take(event("nobody", "second", 2));
    var tending = new QuarantineAdministration(quarantine, route);
    String second = store.list(Optional.empty(), 9).get(1).id();

    RoutingException failure = Outcome.failureOf(tending.retry(second));

    assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_SAGA);
    assertThat(quarantinedLabels()).containsExactly("first", "second");
    assertThat(Outcome.failureOf(tending.retry("none")).kind()).isEqualTo(Kind.UNKNOWN_MESSAGE);
  }

  @Test
  void aDiscardedMessageNoLongerHoldsUpItsSaga() {
    take(event("m3", "first", 1));
    var tending = new QuarantineAdministration(quarantine, route);
    String first = store.list(Optional.empty(), 9).get(0).id();
    bench.main.put("m3", JsonTexts.object("{\"type\": \"sub\", \"subId\": \"s1\"}"));

    Outcome.of(tending.discard(first));

    assertThat(take(event("m3", "second", 2))).isCompletedWithValue(true);
    assertThat(toldLabels()).containsExactly("second");
    assertThat(Outcome.failureOf(tending.discard(first)).kind()).isEqualTo(Kind.UNKNOWN_MESSAGE);
  }

  @Test
  void aSkippedMessageIsCounted() {
    messages.skip(new Place("topic", 0, 1), "it has no key.");

    assertThat(fates).containsExactly(Fate.SKIPPED);
  }
}
