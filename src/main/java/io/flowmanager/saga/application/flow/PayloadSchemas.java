// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.saga.domain.PayloadCheck;
import jakarta.json.JsonObject;

/** Makes checks of JSON Schemas, drafts 4 to 2020-12; draft-07 where a schema does not say. */
public interface PayloadSchemas {

  /**
   * The check that the schema stands for. Nothing is fetched from anywhere: a schema refers to
   * itself or to the meta-schemas of its draft.
   *
   * @throws InvalidSchemaException when it is no schema of its draft or refers to something else
   */
  PayloadCheck compile(JsonObject schema);
}
