// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.Endpoint;
import io.flowmanager.platform.rest.Endpoints;
import io.flowmanager.platform.rest.HttpOperation;
import io.flowmanager.router.adapter.rest.CallEndpoints;
import io.flowmanager.router.adapter.rest.RuleEndpoints;
import io.flowmanager.saga.adapter.rest.DocumentEndpoints;
import io.flowmanager.saga.adapter.rest.SagaEndpoints;
import java.util.List;
import java.util.stream.Stream;

/** The table of operations without a server: its endpoints answer nothing. */
public final class TableOfOperations {

  private static final Bodies BODIES = new Bodies(10, new UntrustedJson(10));
  private static final SagaEndpoints SAGAS = new SagaEndpoints(null, null, null, BODIES);
  private static final DocumentEndpoints DOCUMENTS = new DocumentEndpoints(null, null, BODIES);
  private static final CallEndpoints ROUTER = new CallEndpoints(null, null, null, null, BODIES);
  private static final RuleEndpoints RULES = new RuleEndpoints(null, null, BODIES);

  private TableOfOperations() {}

  public static List<HttpOperation> all() {
    return new Endpoints(withBody(), EndpointWiring.withoutBody()).operations();
  }

  static List<Endpoint> withBody() {
    return Stream.of(SAGAS.atRoot(), SAGAS.belowFlows(), DOCUMENTS.all(), ROUTER.own(), RULES.all())
        .flatMap(List::stream)
        .toList();
  }

  static List<HttpOperation> atRoot() {
    return operations(SAGAS.atRoot());
  }

  static List<HttpOperation> atRootOfARouter() {
    return operations(ROUTER.atRoot());
  }

  static List<HttpOperation> operations(List<Endpoint> endpoints) {
    return endpoints.stream().map(Endpoint::operation).toList();
  }
}
