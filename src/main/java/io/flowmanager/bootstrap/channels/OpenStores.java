// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.channels;

import io.flowmanager.saga.adapter.store.http.CrudDocumentService;
import io.flowmanager.saga.adapter.store.http.RestDocumentService;
import io.flowmanager.saga.adapter.store.http.ServiceAccess;
import io.flowmanager.saga.adapter.store.mongo.MongoLink;
import io.flowmanager.saga.adapter.store.mongo.MongoSagaStore;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.remote.DocumentService;
import io.flowmanager.saga.application.remote.HandOverCommands;
import io.flowmanager.saga.application.remote.IntentStore;
import io.flowmanager.saga.application.remote.IntentTransactions;
import io.flowmanager.saga.application.remote.Leases;
import io.flowmanager.saga.application.remote.RemoteStore;
import io.flowmanager.saga.application.remote.RemoteStores;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.saga.domain.flow.PersistenceDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the store that each flow's {@code persistencyManagement} stands for. */
public final class OpenStores {

  private final ServiceAccess services;
  private final IntentTransactions intents;
  private final Leases leases;
  private final HandOverCommands outbox;

  /**
   * @param outbox of steps that a store has with their commands
   */
  public OpenStores(
      ServiceAccess services, IntentTransactions intents, Leases leases, HandOverCommands outbox) {
    this.services = services;
    this.intents = intents;
    this.leases = leases;
    this.outbox = outbox;
  }

  public RemoteStores open(FlowCatalog flows) {
    Map<FlowName, RemoteStore> stores = new HashMap<>();
    for (Flow flow : flows.all()) {
      open(flow).ifPresent(store -> stores.put(flow.name(), store));
    }
    return new RemoteStores(stores);
  }

  /** Nothing for a flow whose sagas are in the server's database. */
  private Optional<RemoteStore> open(Flow flow) {
    PersistenceDefinition definition = flow.definition().persistence();
    if (definition instanceof PersistenceDefinition.Jpa) {
      return Optional.empty();
    }
    if (definition instanceof PersistenceDefinition.Rest rest) {
      return Optional.of(store(flow, new RestDocumentService(rest.endpoint(), services)));
    }
    if (definition instanceof PersistenceDefinition.Crud crud) {
      return Optional.of(store(flow, new CrudDocumentService(crud, services)));
    }
    if (definition instanceof PersistenceDefinition.Mongo mongo) {
      return Optional.of(store(flow, mongo));
    }
    throw new IllegalStateException("The flow checks let a store pass that cannot be opened.");
  }

  private RemoteStore store(Flow flow, PersistenceDefinition.Mongo definition) {
    var link =
        new MongoLink(
            flow.name(),
            definition,
            services.secrets(),
            services.policy().timeout(),
            leases.clock());
    return new MongoSagaStore(flow, link, outbox, leases.clock());
  }

  private RemoteStore store(Flow flow, DocumentService service) {
    return new IntentStore(flow, service, intents, leases);
  }
}
