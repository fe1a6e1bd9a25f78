// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.message.RouterMessage.Input;
import io.flowmanager.router.application.message.RouterMessage.Place;
import io.flowmanager.router.application.message.RouterMessage.Queue;
import io.flowmanager.router.application.route.RoutedEvent;
import io.flowmanager.testing.JsonTexts;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every store of quarantined messages does. */
public abstract class QuarantineStoreContract {

  protected static final Queue EVENTS_OF_M = new Queue(Input.EVENT, "m");

  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

  /** One transaction on an empty store. */
  protected abstract <T> T ask(Function<QuarantineStore, T> work);

  protected static QuarantinedMessage quarantined(String id, String saga, long offset) {
    var event =
        new RoutedEvent(
            saga, "häppened \u0000", JsonTexts.object("{\"a\": [1.50, {\"b\": null}]}"));
    var message =
        new RouterMessage(
            new Place("events", 3, offset), Input.EVENT, new CallKey("key " + id), event);
    return new QuarantinedMessage(id, message, "no answer", AT);
  }

  protected void add(QuarantinedMessage... messages) {
    for (QuarantinedMessage message : messages) {
      this.<Void>ask(
          store -> {
            store.add(message);
            return null;
          });
    }
  }

  @Test
  void aMessageIsFoundAsItWasQuarantined() {
    QuarantinedMessage message = quarantined("1", "m", Long.MAX_VALUE);
    add(message);

    assertThat(this.<Optional<QuarantinedMessage>>ask(store -> store.find("1"))).contains(message);
    assertThat(this.<Optional<QuarantinedMessage>>ask(store -> store.find("2"))).isEmpty();
    assertThat(this.<Boolean>ask(store -> store.contains(new CallKey("key 1")))).isTrue();
    assertThat(this.<Boolean>ask(store -> store.contains(new CallKey("KEY 1")))).isFalse();
  }

  @Test
  void aMessageIsQuarantinedOnce() {
    add(quarantined("1", "m", 1));
    var again = new QuarantinedMessage("2", quarantined("1", "m", 1).message(), "again", AT);

    assertThatThrownBy(() -> add(again)).isInstanceOf(RoutingException.class);
    assertThat(this.<Long>ask(QuarantineStore::count)).isEqualTo(1);
  }

  @Test
  void theFirstOfAQueueIsTheOneThatWasSentFirst() {
    add(quarantined("3", "m", 7), quarantined("4", "m", 6), quarantined("5", "other", 1));

    assertThat(this.<Optional<QuarantinedMessage>>ask(store -> store.first(EVENTS_OF_M)))
        .map(QuarantinedMessage::id)
        .contains("4");
    assertThat(
            this.<Optional<QuarantinedMessage>>ask(
                store -> store.first(new Queue(Input.NOTIFICATION, "m"))))
        .isEmpty();
  }

  @Test
  void aQueueIsLockedWhereSomethingIsQuarantined() {
    add(quarantined("1", "m", 1));

    assertThat(this.<Boolean>ask(store -> store.lock(EVENTS_OF_M))).isTrue();
    assertThat(this.<Boolean>ask(store -> store.lock(new Queue(Input.EVENT, "n")))).isFalse();
    assertThat(this.<Boolean>ask(store -> store.lock(new Queue(Input.NOTIFICATION, "m"))))
        .isFalse();
  }

  @Test
  void aRemovedMessageIsGone() {
    add(quarantined("1", "m", 1), quarantined("2", "m", 2));

    assertThat(this.<Boolean>ask(store -> store.remove("1"))).isTrue();
    assertThat(this.<Boolean>ask(store -> store.remove("1"))).isFalse();
    assertThat(this.<Long>ask(QuarantineStore::count)).isEqualTo(1);
  }

  @Test
  void aReasonIsReplacedAndCutToWhatCanBeStored() {
    add(quarantined("1", "m", 1));
    String longReason = "\u0000" + "x".repeat(2000);

    this.<Void>ask(
        store -> {
          store.replace(quarantined("1", "m", 1).because(longReason));
          return null;
        });

    assertThat(
            this.<Optional<QuarantinedMessage>>ask(store -> store.find("1")).orElseThrow().reason())
        .contains("xxx")
        .doesNotContain("no answer");
  }

  @Test
  void pagesFollowEachOther() {
    add(quarantined("1", "m", 3), quarantined("2", "n", 2), quarantined("3", "o", 1));

    assertThat(ids(Optional.empty(), 2)).isEqualTo("[1, 2]");
    assertThat(ids(Optional.of("2"), 2)).isEqualTo("[3]");
  }

  private String ids(Optional<String> after, int limit) {
    return this.<String>ask(
        store -> store.list(after, limit).stream().map(QuarantinedMessage::id).toList().toString());
  }
}
