// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.router.application.call.RoutedCall.Progress;
import io.flowmanager.router.application.call.RoutedCall.Status;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.router.TestCallStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every store of calls does. */
public abstract class CallStoreContract {

  private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  protected final TestCallStore store = open();

  /** An empty one. */
  protected abstract TestCallStore open();

  @AfterEach
  void close() {
    store.close();
  }

  protected static RoutedCall call(String key, Status status, Instant next) {
    return new RoutedCall(
        new CallKey(key),
        true,
        new NewSagaOrder("entity ä", JsonTexts.object("{\"a\": {\"b\": [1.50]}}")),
        "rule ü",
        Optional.empty(),
        Optional.of("sub"),
        new Progress(status, 3, next, Optional.of("no answer"), START));
  }

  protected void run(Consumer<CallStore> work) {
    store.ask(
        calls -> {
          work.accept(calls);
          return null;
        });
  }

  private void add(RoutedCall... calls) {
    List.of(calls).forEach(call -> run(store -> store.add(call)));
  }

  private Optional<RoutedCall> find(String key) {
    return store.ask(calls -> calls.find(new CallKey(key)));
  }

  private List<RoutedCall> claim(Instant now, Instant leasedUntil) {
    return store.ask(calls -> calls.claim(now, leasedUntil, 9));
  }

  private List<RoutedCall> unfinished(int limit) {
    return store.ask(calls -> calls.unfinished(limit));
  }

  @Test
  void aCallIsFoundAsItWasStored() {
    RoutedCall call = call("k", Status.OPEN, START);
    add(call);

    assertThat(find("k")).contains(call);
    assertThat(find("K")).isEmpty();
  }

  @Test
  void aKeyIsTakenOnce() {
    add(call("k", Status.OPEN, START));

    assertThatThrownBy(() -> add(call("k", Status.DONE, NEVER)))
        .isInstanceOf(RoutingException.class);

    assertThat(find("k").orElseThrow().progress().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void aCallIsReplacedByItsKey() {
    add(call("k", Status.OPEN, START));
    RoutedCall done =
        call("k", Status.DONE, NEVER).withMainSaga("main").withSubSaga("other").withKnownKey();

    run(calls -> calls.replace(done));

    assertThat(find("k")).contains(done);
  }

  @Test
  void aCallThatIsGoneIsNotReplaced() {
    run(calls -> calls.replace(call("k", Status.DONE, NEVER)));

    assertThat(find("k")).isEmpty();
  }

  @Test
  void aCallIsRemovedByItsKey() {
    add(call("k", Status.OPEN, START), call("l", Status.OPEN, START));

    run(calls -> calls.remove(new CallKey("k")));
    run(calls -> calls.remove(new CallKey("k")));

    assertThat(find("k")).isEmpty();
    assertThat(find("l")).isPresent();
  }

  @Test
  void onlyACallWhoseKeyNobodyKnowsIsForgotten() {
    RoutedCall own = call("own", Status.OPEN, START);
    RoutedCall known = call("known", Status.OPEN, START).withKnownKey();
    add(own, known);

    assertThat(removeOwn("own")).isTrue();
    assertThat(removeOwn("known")).isFalse();
    assertThat(removeOwn("gone")).isFalse();

    assertThat(find("own")).isEmpty();
    assertThat(find("known")).contains(known);
  }

  private boolean removeOwn(String key) {
    return store.<Boolean>ask(calls -> calls.removeOwn(new CallKey(key)));
  }

  @Test
  void sagasOfACallAreNotedOneAfterTheOther() {
    RoutedCall call = call("k", Status.OPEN, START);
    add(call, call("l", Status.OPEN, START));

    run(calls -> calls.noteMainSaga(new CallKey("k"), "main"));
    assertThat(find("k")).contains(call.withMainSaga("main"));

    run(calls -> calls.noteSubSaga(new CallKey("k"), "sub"));
    assertThat(find("k")).contains(call.withMainSaga("main").withSubSaga("sub"));
    assertThat(find("l").orElseThrow().mainSaga()).isEmpty();
  }

  @Test
  void nothingIsNotedOfACallThatIsGone() {
    run(calls -> calls.noteMainSaga(new CallKey("k"), "main"));
    run(calls -> calls.noteSubSaga(new CallKey("k"), "sub"));

    assertThat(find("k")).isEmpty();
  }

  @Test
  void whatIsDueIsTakenOnceForTheTimeOfALease() {
    Instant leased = START.plusSeconds(60);
    add(
        call("second", Status.OPEN, START),
        call("first", Status.OPEN, START.minusSeconds(1)),
        call("later", Status.OPEN, START.plusMillis(1)),
        call("failed", Status.FAILED, NEVER),
        call("done", Status.DONE, NEVER));

    List<RoutedCall> due = claim(START, leased);

    assertThat(due).extracting(call -> call.key().value()).containsExactly("first", "second");
    assertThat(due).allSatisfy(call -> assertThat(call.progress().nextAttempt()).isEqualTo(leased));
    assertThat(claim(START, leased)).isEmpty();
    assertThat(claim(leased, leased.plusSeconds(60))).hasSize(3);
  }

  @Test
  void noMoreAreTakenThanWanted() {
    add(call("a", Status.OPEN, START.minusSeconds(1)), call("b", Status.OPEN, START));

    List<RoutedCall> one = store.ask(calls -> calls.claim(START, START.plusSeconds(60), 1));

    assertThat(one).extracting(call -> call.key().value()).containsExactly("a");
  }

  @Test
  void unfinishedCallsAreListed() {
    add(
        call("open", Status.OPEN, START),
        call("failed", Status.FAILED, NEVER),
        call("done", Status.DONE, NEVER));

    assertThat(unfinished(9))
        .extracting(call -> call.key().value())
        .containsExactlyInAnyOrder("open", "failed");
    assertThat(unfinished(1)).hasSize(1);
  }
}
