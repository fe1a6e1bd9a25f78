// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import io.flowmanager.saga.application.remote.RemoteStore;
import io.flowmanager.saga.application.remote.RemoteStoreContract;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

class MongoSagaStoreTest extends RemoteStoreContract {

  @Override
  protected RemotePlace open() {
    var place = new MongoPlace(FLOW);
    return new RemotePlace() {

      @Override
      public RemoteStore store() {
        return place.store();
      }

      @Override
      public void put(SagaId saga, JsonObject document) {
        place.put(saga, document);
      }

      @Override
      public List<PendingCommand> claim(Instant now) {
        return place.claim(now);
      }

      @Override
      public void clear() {
        place.clear();
      }

      @Override
      public void close() {
        place.close();
      }
    };
  }
}
