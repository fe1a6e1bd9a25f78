// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.mongodb.saga.adapter.script;

import com.mongodb.MongoNamespace;

/** Knows com.mongodb, which is fenced off from scripts. */
public final class CollectingScript {

  String run(MongoNamespace collection) {
    return collection.getFullName();
  }
}
