// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.jsonschema.saga.adapter.script;

import com.networknt.schema.JsonSchema;

/** Knows com.networknt.schema, which is fenced off from scripts. */
public final class CheckingScript {

  Object id(JsonSchema schema) {
    return schema.getId();
  }
}
