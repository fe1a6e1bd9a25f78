// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import java.util.Map;
import java.util.OptionalInt;

/** Where the sagas of a flow are stored ({@code persistencyManagement}). */
public sealed interface PersistenceDefinition {

  /** The server's data source; the default. */
  record Jpa() implements PersistenceDefinition {}

  /** A service with an upsert and a read of saga documents. */
  record Rest(HttpEndpoint endpoint) implements PersistenceDefinition {}

  /** A MongoDB collection. */
  record Mongo(ConfigValue connectionUri, String collectionName) implements PersistenceDefinition {}

  /** A CRUD service's collection. */
  record Crud(
      String collectionName,
      String protocol,
      String host,
      OptionalInt port,
      Map<String, ConfigValue> headers)
      implements PersistenceDefinition {}
}
