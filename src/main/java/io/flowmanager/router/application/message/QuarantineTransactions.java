// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Adds, updates and removes quarantined messages, each call in a transaction of its own. */
@ApplicationScoped
public class QuarantineTransactions {

  private static final String BEHIND = "An earlier message of this saga is quarantined.";

  private final QuarantineStore store;
  private final Clock clock;
  private final Supplier<UUID> ids;

  /** For the container's proxy. */
  protected QuarantineTransactions() {
    this(null, null, null);
  }

  @Inject
  public QuarantineTransactions(QuarantineStore store, Clock clock, Supplier<UUID> ids) {
    this.store = store;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Quarantines the message if an earlier one of its saga is quarantined. Returns whether it did.
   */
  @Transactional
  public boolean quarantineBehind(RouterMessage message) {
    boolean isBehind = store.lock(message.queue());
    if (isBehind) {
      add(message, BEHIND);
    }
    return isBehind;
  }

  /** Quarantines the message. A repeat has no effect. */
  @Transactional
  public void quarantine(RouterMessage message, String reason) {
    add(message, reason);
  }

  private void add(RouterMessage message, String reason) {
    if (!store.contains(message.key())) {
      store.add(new QuarantinedMessage(ids.get().toString(), message, reason, clock.instant()));
    }
  }

  @Transactional
  public Optional<QuarantinedMessage> find(String id) {
    return store.find(id);
  }

  @Transactional
  public Optional<QuarantinedMessage> first(RouterMessage.Queue queue) {
    return store.first(queue);
  }

  /** Removes the message. Returns whether it was still quarantined. */
  @Transactional
  public boolean remove(String id) {
    return store.remove(id);
  }

  @Transactional
  public void failedAgain(String id, String reason) {
    store.find(id).map(message -> message.because(reason)).ifPresent(store::replace);
  }

  @Transactional
  public List<QuarantinedMessage> list(Optional<String> after, int limit) {
    return store.list(after, limit);
  }

  @Transactional
  public long count() {
    return store.count();
  }
}
