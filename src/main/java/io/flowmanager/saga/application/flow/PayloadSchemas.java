// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.saga.domain.PayloadCheck;
import jakarta.json.JsonObject;

/** Compiles JSON Schemas, drafts 4 to 2020-12; draft-07 if a schema does not name its draft. */
public interface PayloadSchemas {

  /**
   * The check that the schema describes. Nothing is fetched: a schema may only refer to itself and
   * to the meta-schemas of its draft.
   *
   * @throws InvalidSchemaException if it is not a valid schema of its draft, or refers to anything
   *     else
   */
  PayloadCheck compile(JsonObject schema);
}
