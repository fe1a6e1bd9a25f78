// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.unlisted.saga.adapter.script;

import com.networknt.schema.JsonSchema;

/** Brings a library that no fence speaks of. */
public final class ValidatingScript {

  Object type(JsonSchema schema) {
    return schema.getSchemaNode();
  }
}
