// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.http;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Optional;

/** One call to a service. */
record DocumentCall(String method, URI uri, Optional<JsonObject> body) {

  static DocumentCall get(URI uri) {
    return new DocumentCall("GET", uri, Optional.empty());
  }

  /** What is called, without the query, which may hold a credential. */
  String place() {
    return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }
}
