// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.bson.saga.adapter.script;

import org.bson.BsonDocument;

/** Knows org.bson, which is fenced off from scripts. */
public final class BinaryScript {

  int run(BsonDocument document) {
    return document.size();
  }
}
