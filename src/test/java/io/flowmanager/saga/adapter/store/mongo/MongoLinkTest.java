// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import com.mongodb.client.model.Indexes;
import io.flowmanager.platform.secret.SecretFiles;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.remote.RemoteSession;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.PersistenceDefinition;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.server.FreePort;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Connection strings are secrets that may be rotated, and nobody gets to see them. */
@TestInstance(Lifecycle.PER_CLASS)
class MongoLinkTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Flow FLOW = FlowBuilder.anOrderFlow().build();
  private static final SagaId SAGA = new SagaId("saga-1");

  private final MongoPlace place = new MongoPlace(FLOW);

  @TempDir private Path folder;

  @BeforeEach
  void forgetAll() {
    place.clear();
  }

  @AfterAll
  void close() {
    place.close();
  }

  private MongoSagaStore storeOf(ConfigValue uri, String collection) {
    var files = new SecretFiles();
    var where = new PersistenceDefinition.Mongo(uri, collection);
    var link =
        new MongoLink(
            FLOW.name(),
            where,
            value ->
                value instanceof ConfigValue.SecretFile file
                    ? files.read(file.path())
                    : ((ConfigValue.Plain) value).text(),
            SHORT,
            place.clock());
    return new MongoSagaStore(FLOW, link, place.outbox().handOver(), place.clock());
  }

  private MongoSagaStore storeOf(String uri) {
    return storeOf(new ConfigValue.Plain(uri), "orders");
  }

  private void start(MongoSagaStore store) {
    try (RemoteSession session = store.begin(new Wanted(Set.of(), Map.of(), Set.of()))) {
      session.commit(created(aSaga()).build());
    }
  }

  @Test
  void rotatedSecretIsUsedByTheNextCall() throws IOException {
    Path secret = folder.resolve("uri");
    Files.writeString(secret, "mongodb://localhost:" + FreePort.any() + "/none\n");
    try (MongoSagaStore store = storeOf(new ConfigValue.SecretFile(secret.toString()), "orders")) {
      assertThatThrownBy(store::open).isInstanceOf(StoreUnavailableException.class);

      Files.writeString(secret, place.uri());
      store.open();
      start(store);

      assertThat(place.document(SAGA)).isNotNull();
      assertThat(store.connection()).map(Connection::up).contains(true);
    }
  }

  @Test
  void secretThatCannotBeReadAnyMoreLeavesTheConnectionAsItIs() throws IOException {
    Path secret = folder.resolve("gone");
    Files.writeString(secret, place.uri());
    try (MongoSagaStore store = storeOf(new ConfigValue.SecretFile(secret.toString()), "orders")) {
      store.open();
      Files.delete(secret);

      start(store);

      assertThat(place.document(SAGA)).isNotNull();
    }
  }

  @Test
  void missingSecretFileIsNamed() {
    String path = folder.resolve("missing").toString();
    try (MongoSagaStore store = storeOf(new ConfigValue.SecretFile(path), "orders")) {
      assertThatThrownBy(store::open)
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining(path)
          .hasMessageContaining("flow order");
      assertThat(store.connection()).map(Connection::up).contains(false);
    }
  }

  @Test
  void nothingOfTheConnectionStringIsTold() {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    var handler =
        new Handler() {

          @Override
          public void publish(LogRecord line) {
            told.add(new SimpleFormatter().format(line));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger("");
    log.addHandler(handler);
    try {
      for (String uri :
          List.of(
              "mongodb://user:secret-word/x@localhost/db",
              "mongodb://user:password@localhost/db?secret-word",
              "mongodb://localhost/db?readPreference=secret-word",
              "secret-word",
              "mongodb://user:secret-word@localhost:" + FreePort.any() + "/db?authSource=admin")) {
        try (MongoSagaStore store = storeOf(uri)) {
          assertThatThrownBy(store::open)
              .isInstanceOf(StoreUnavailableException.class)
              .satisfies(e -> told.add(stackTrace(e)));
          told.add(store.connection().orElseThrow().reason().orElseThrow());
        }
      }
    } finally {
      log.removeHandler(handler);
    }

    assertThat(told).isNotEmpty().noneMatch(line -> line.contains("secret-word"));
  }

  private static String stackTrace(Throwable e) {
    var text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void collectionWithTwoDocumentsOfASagaIsRefusedWithTheWayToFindThem() {
    var other = place.collection().getNamespace().getCollectionName() + "-twice";
    place
        .collectionOf(other)
        .insertMany(
            List.of(
                BsonDocument.parse("{\"sagaId\": \"saga-1\"}"),
                BsonDocument.parse("{\"sagaId\": \"saga-1\"}")));
    try (MongoSagaStore store = storeOf(new ConfigValue.Plain(place.uri()), other)) {
      assertThatThrownBy(store::open)
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("more than one document of a saga")
          .hasMessageContaining("db.getCollection(\"" + other + "\").aggregate(");
    }
  }

  @Test
  void indexThatIsInTheWayIsNamed() {
    assertThat(place.isReal() ? failureOfAnIndexInTheWay() : translatedConflict())
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("sagaId_1")
        .hasMessageContaining("Drop it");
  }

  private Throwable failureOfAnIndexInTheWay() {
    String other = "orders-indexed";
    place.collectionOf(other).createIndex(Indexes.ascending("sagaId"));
    try (MongoSagaStore store = storeOf(new ConfigValue.Plain(place.uri()), other)) {
      return catchThrowable(store::open);
    }
  }

  /** The server in memory makes any index beside another one; a real one answers this. */
  private Throwable translatedConflict() {
    var answer = BsonDocument.parse("{ok: 0, code: 86, codeName: 'IndexKeySpecsConflict'}");
    try (MongoLink link = place.link(FLOW)) {
      return new MongoIndexes(link)
          .translated(new MongoCommandException(answer, new ServerAddress()));
    }
  }

  @Test
  void databaseIsTestWhenTheConnectionStringNamesNone() {
    String bare = place.uri().replaceFirst("/flow-manager-test-[^?]*", "/");
    String other = "orders-" + UUID.randomUUID();
    try (MongoSagaStore store = storeOf(new ConfigValue.Plain(bare), other)) {
      store.open();

      assertThat(place.collectionsOf("test")).contains(other);
    } finally {
      place.dropCollection("test", other);
    }
  }

  @Test
  void closedStoreIsUnavailable() {
    MongoSagaStore store = storeOf(place.uri());
    store.open();
    store.close();

    assertThatThrownBy(() -> store.find(SAGA)).isInstanceOf(StoreUnavailableException.class);
  }
}
