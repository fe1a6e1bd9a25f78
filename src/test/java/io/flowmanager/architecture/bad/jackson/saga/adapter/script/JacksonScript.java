// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.jackson.saga.adapter.script;

import com.fasterxml.jackson.databind.JsonNode;

/** Knows com.fasterxml.jackson, which is fenced off from scripts. */
public final class JacksonScript {

  Object size(JsonNode node) {
    return node.size();
  }
}
