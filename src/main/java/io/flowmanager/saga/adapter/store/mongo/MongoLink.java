// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import com.mongodb.client.MongoCollection;
import io.flowmanager.platform.log.RateLimitedLog;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.saga.domain.flow.PersistenceDefinition;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocument;

/**
 * The way to the collection of one flow. When the text of its connection string has changed, as a
 * secret that is rotated, a new client takes over; the old one is closed when nobody uses it any
 * more. Neither the text nor a credential is in any message. Safe for use by many threads.
 */
public final class MongoLink implements AutoCloseable {

  private static final RateLimitedLog LOG = RateLimitedLog.of(MongoLink.class);

  private final PersistenceDefinition.Mongo where;
  private final Function<ConfigValue, String> secrets;
  private final Duration timeout;
  private final MongoFailures failures;

  private OpenClient current;
  private boolean isClosed;
  private final Clock clock;
  private volatile Optional<String> failure;
  private Connection state;

  /**
   * @param secrets gives the text behind the connection string; asked before each use
   * @param timeout how long to wait for a server, for a connection and for an answer, each
   */
  public MongoLink(
      FlowName flow,
      PersistenceDefinition.Mongo where,
      Function<ConfigValue, String> secrets,
      Duration timeout,
      Clock clock) {
    this.where = where;
    this.secrets = secrets;
    this.timeout = timeout;
    this.clock = clock;
    this.failures = new MongoFailures("collection " + where.collectionName() + " of flow " + flow);
    this.failure = Optional.of(failures.unavailable("has not been reached yet").getMessage());
    this.state = new Connection(false, clock.instant(), failure);
  }

  /**
   * Work that changes nothing, or that may be done again.
   *
   * @throws StoreUnavailableException when the driver fails
   */
  <T> T read(Function<MongoCollection<BsonDocument>, T> work) {
    return call(work, failures::ofRead);
  }

  /** One write, with the failures of {@link MongoFailures#ofWrite}. */
  <T> T write(Function<MongoCollection<BsonDocument>, T> work) {
    return call(work, failures::ofWrite);
  }

  /**
   * As {@link #read}, with another translation of the driver's failures.
   *
   * @param work may throw {@link StoreUnavailableException} itself, for what it reads
   */
  <T> T call(
      Function<MongoCollection<BsonDocument>, T> work,
      Function<RuntimeException, RuntimeException> translation) {
    OpenClient client = enter();
    try {
      T result = work.apply(client.collection());
      failure = Optional.empty();
      return result;
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      throw remembered(translation.apply(e));
    } finally {
      leave(client);
    }
  }

  private RuntimeException remembered(RuntimeException translated) {
    if (translated instanceof StoreUnavailableException
        || translated instanceof CommitInDoubtException) {
      failure = Optional.of(translated.getMessage());
    }
    return translated;
  }

  MongoFailures failures() {
    return failures;
  }

  Duration timeout() {
    return timeout;
  }

  String collection() {
    return where.collectionName();
  }

  private synchronized OpenClient enter() {
    if (isClosed) {
      throw failures.unavailable("is closed");
    }
    renew();
    current.enter();
    return current;
  }

  private void renew() {
    Optional<String> text = text();
    if (text.isEmpty() || current != null && current.isOf(text.get())) {
      return;
    }
    OpenClient next = open(text.get());
    if (current != null) {
      current.retire();
    }
    current = next;
  }

  /** Empty when the secret cannot be read and the client that is there has to do. */
  private Optional<String> text() {
    try {
      return Optional.of(secrets.apply(where.connectionUri()));
    } catch (UncheckedIOException e) {
      if (current == null) {
        throw remembered(failures.unavailable("has no connectionUri: " + e.getMessage()));
      }
      LOG.log(Level.WARNING, "secret", e::getMessage);
      return Optional.empty();
    }
  }

  private OpenClient open(String text) {
    try {
      return OpenClient.open(text, where.collectionName(), timeout);
    } catch (RuntimeException e) {
      // Without the cause: its message may hold the text.
      throw remembered(
          failures.unavailable(
              "has a connectionUri or a collectionName that the driver does not understand; the URI"
                  + " begins with mongodb:// or mongodb+srv://"));
    }
  }

  private synchronized void leave(OpenClient client) {
    client.leave();
  }

  /** Down when the latest call failed, or the driver has lost the server since. */
  synchronized Connection state() {
    Optional<String> reason = failure.or(this::lost);
    Instant since = reason.isEmpty() == state.up() ? state.since() : clock.instant();
    state = new Connection(reason.isEmpty(), since, reason);
    return state;
  }

  private Optional<String> lost() {
    return current == null || current.hasWritableServer()
        ? Optional.empty()
        : Optional.of(failures.unavailable("cannot be reached").getMessage());
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    if (current != null) {
      current.retire();
      current = null;
    }
  }
}
