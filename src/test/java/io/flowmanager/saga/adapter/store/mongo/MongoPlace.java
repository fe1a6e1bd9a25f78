// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.flowmanager.saga.adapter.store.jpa.OutboxTables;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.PersistenceDefinition;
import io.flowmanager.testing.SettableClock;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * A collection behind a proxy, with a store on it. The server is one in memory, or the real one
 * that {@code -Dmongo.uri=mongodb://host:port} names, with a database that is dropped afterwards.
 */
final class MongoPlace implements AutoCloseable {

  static final Duration TIMEOUT = Duration.ofSeconds(2);

  private static final String COLLECTION = "orders";

  private final Optional<MongoServer> inMemory;
  private final MongoProxy proxy;
  private final MongoClient direct;
  private final MongoCollection<BsonDocument> collection;
  private final String uri;
  private final SettableClock clock = new SettableClock();
  private final OutboxTables outbox = OutboxTables.onH2(clock);
  private final MongoSagaStore store;

  MongoPlace(Flow flow) {
    String given = System.getProperty("mongo.uri");
    inMemory =
        Optional.ofNullable(given)
            .<Optional<MongoServer>>map(real -> Optional.empty())
            .orElseGet(() -> Optional.of(newServer()));
    String address =
        inMemory
            .map(server -> "localhost:" + server.getLocalAddress().getPort())
            .orElseGet(() -> new ConnectionString(given).getHosts().get(0));
    String database = "flow-manager-test-" + UUID.randomUUID();
    proxy = new MongoProxy(host(address), port(address));
    uri = "mongodb://localhost:" + proxy.port() + "/" + database + "?directConnection=true";
    direct = MongoClients.create("mongodb://" + address + "/?directConnection=true");
    collection = direct.getDatabase(database).getCollection(COLLECTION, BsonDocument.class);
    store = new MongoSagaStore(flow, link(flow), outbox.handOver(), clock);
    store.open();
  }

  private static MongoServer newServer() {
    var server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
    server.bind();
    return server;
  }

  private static String host(String address) {
    return address.split(":")[0];
  }

  private static int port(String address) {
    return address.contains(":") ? Integer.parseInt(address.split(":")[1]) : 27017;
  }

  /** A way of its own to the collection, through the proxy. */
  MongoLink link(Flow flow) {
    var where = new PersistenceDefinition.Mongo(new ConfigValue.Plain(uri), COLLECTION);
    return new MongoLink(
        flow.name(), where, value -> ((ConfigValue.Plain) value).text(), TIMEOUT, clock);
  }

  String uri() {
    return uri;
  }

  boolean isReal() {
    return inMemory.isEmpty();
  }

  MongoSagaStore store() {
    return store;
  }

  SettableClock clock() {
    return clock;
  }

  MongoProxy proxy() {
    return proxy;
  }

  OutboxTables outbox() {
    return outbox;
  }

  /** The collection as other programs see it. */
  MongoCollection<BsonDocument> collection() {
    return collection;
  }

  /** Another collection of the same database. */
  MongoCollection<BsonDocument> collectionOf(String name) {
    return direct
        .getDatabase(collection.getNamespace().getDatabaseName())
        .getCollection(name, BsonDocument.class);
  }

  /** The names of the collections in that database. */
  List<String> collectionsOf(String name) {
    return direct.getDatabase(name).listCollectionNames().into(new ArrayList<>());
  }

  void dropCollection(String database, String name) {
    direct.getDatabase(database).getCollection(name).drop();
  }

  BsonDocument document(SagaId saga) {
    return collection.find(Filters.eq("sagaId", saga.value())).first();
  }

  /** Replaces by {@code sagaId} as the original does. */
  void put(SagaId saga, JsonObject document) {
    var replacement = BsonDocument.parse(document.toString());
    collection.replaceOne(
        Filters.eq("sagaId", saga.value()),
        replacement.append("sagaId", new BsonString(saga.value())),
        new ReplaceOptions().upsert(true));
  }

  List<PendingCommand> claim(Instant now) {
    return outbox.claim(now);
  }

  void clear() {
    proxy.comeBack();
    outbox.clear();
    collection.deleteMany(new BsonDocument());
  }

  @Override
  public void close() {
    store.close();
    if (isReal()) {
      direct.getDatabase(collection.getNamespace().getDatabaseName()).drop();
    }
    direct.close();
    proxy.close();
    outbox.close();
    inMemory.ifPresent(MongoServer::shutdownNow);
  }
}
