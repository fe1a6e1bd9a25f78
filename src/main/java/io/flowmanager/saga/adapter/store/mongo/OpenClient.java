// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;

/** A client of the driver, made by one text of the connection string. Guarded by its owner. */
final class OpenClient {

  private static final String DEFAULT_DATABASE = "test";

  private final String uri;
  private final MongoClient client;
  private final MongoCollection<BsonDocument> collection;
  private int users;
  private boolean isRetired;

  private OpenClient(String uri, MongoClient client, MongoCollection<BsonDocument> collection) {
    this.uri = uri;
    this.client = client;
    this.collection = collection;
  }

  /**
   * Begins to connect, and does not wait for it.
   *
   * @param timeout of each: finding a server, connecting, reading an answer, waiting for a
   *     connection, waiting for the majority
   * @throws IllegalArgumentException whose message may hold the text
   */
  static OpenClient open(String uri, String collection, Duration timeout) {
    var address = new ConnectionString(uri);
    MongoClient client = MongoClients.create(settings(address, timeout));
    try {
      String database = Optional.ofNullable(address.getDatabase()).orElse(DEFAULT_DATABASE);
      return new OpenClient(
          uri, client, client.getDatabase(database).getCollection(collection, BsonDocument.class));
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  /** A step counts when the majority has it, and only such steps are read. */
  private static MongoClientSettings settings(ConnectionString address, Duration timeout) {
    long millis = timeout.toMillis();
    return MongoClientSettings.builder()
        .applyConnectionString(address)
        .retryWrites(true)
        .writeConcern(WriteConcern.MAJORITY.withWTimeout(millis, TimeUnit.MILLISECONDS))
        .readConcern(ReadConcern.MAJORITY)
        .readPreference(ReadPreference.primary())
        .applyToClusterSettings(c -> c.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
        .applyToConnectionPoolSettings(c -> c.maxWaitTime(millis, TimeUnit.MILLISECONDS))
        .applyToSocketSettings(
            c ->
                c.connectTimeout(millis, TimeUnit.MILLISECONDS)
                    .readTimeout(millis, TimeUnit.MILLISECONDS))
        .build();
  }

  boolean isOf(String text) {
    return uri.equals(text);
  }

  MongoCollection<BsonDocument> collection() {
    return collection;
  }

  /** Whether the driver's monitor knows of a server that takes writes. */
  boolean hasWritableServer() {
    return client.getClusterDescription().hasWritableServer();
  }

  void enter() {
    users++;
  }

  void leave() {
    users--;
    closeIfUnused();
  }

  /** Nobody enters it any more; it is closed when the last user has left. */
  void retire() {
    isRetired = true;
    closeIfUnused();
  }

  private void closeIfUnused() {
    if (isRetired && users == 0) {
      client.close();
    }
  }
}
