// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.ConcurrentRunner;
import io.flowmanager.testing.server.FlowClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Clients that keep ledgers, each one its own, and remember what they were promised: which sagas
 * exist and which events were answered with 200. A client goes home when its server does.
 */
final class LedgerLoad implements AutoCloseable {

  private final FlowClient ledgers;
  private final int events;
  private final Map<String, Set<String>> promised = new ConcurrentHashMap<>();
  private final AtomicInteger answers = new AtomicInteger();
  private final ConcurrentRunner clients;

  private LedgerLoad(FlowClient ledgers, int clients, int events) {
    this.ledgers = ledgers;
    this.events = events;
    List<String> sagas = IntStream.range(0, clients).mapToObj(i -> ledgers.start("{}")).toList();
    sagas.forEach(saga -> promised.put(saga, ConcurrentHashMap.newKeySet()));
    this.clients = ConcurrentRunner.of(clients, client -> keepLedger(sagas.get(client)));
  }

  /** Sets so many clients to work; each sends so many events, one after the other. */
  static LedgerLoad of(FlowClient ledgers, int clients, int events) {
    return new LedgerLoad(ledgers, clients, events);
  }

  /** Waits until so many events have been answered. */
  void awaitAnswers(int count, Duration bound) {
    Await.until(
        () -> count + " answers; there are " + answers, bound, () -> answers.get() >= count);
  }

  /** Waits until all clients have gone home and answers what they were promised, by saga. */
  Map<String, Set<String>> promises(Duration bound) {
    clients.join(bound);
    return promised;
  }

  private void keepLedger(String saga) {
    int sent = 0;
    while (sent < events && note(saga, "k" + sent)) {
      sent++;
    }
  }

  private boolean note(String saga, String key) {
    if (!isAnswered(saga, key)) {
      return false;
    }
    promised.get(saga).add(key);
    answers.incrementAndGet();
    return true;
  }

  private boolean isAnswered(String saga, String key) {
    try {
      return ledgers.send(saga, "noted", "{\"" + key + "\":true}").status() == 200;
    } catch (UncheckedIOException serverGone) {
      return false;
    }
  }

  @Override
  public void close() {
    clients.close();
  }
}
