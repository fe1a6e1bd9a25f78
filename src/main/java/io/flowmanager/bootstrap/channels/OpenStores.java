// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.channels;

import io.flowmanager.saga.adapter.store.http.CrudDocumentService;
import io.flowmanager.saga.adapter.store.http.RestDocumentService;
import io.flowmanager.saga.adapter.store.http.ServiceAccess;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.remote.DocumentService;
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

  public OpenStores(ServiceAccess services, IntentTransactions intents, Leases leases) {
    this.services = services;
    this.intents = intents;
    this.leases = leases;
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
    throw new IllegalStateException("The flow checks let a store pass that cannot be opened.");
  }

  private RemoteStore store(Flow flow, DocumentService service) {
    return new IntentStore(flow, service, intents, leases);
  }
}
