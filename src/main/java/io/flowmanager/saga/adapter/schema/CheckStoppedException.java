// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchemaException;
import io.flowmanager.saga.domain.Refusal.Violation;

/**
 * The check of a payload has used up its budget. It extends an exception of the validator, because
 * the validator passes those on without logging.
 */
final class CheckStoppedException extends JsonSchemaException {

  private static final long serialVersionUID = 1L;

  private final transient Violation violation;

  CheckStoppedException(String keyword, JsonNodePath place, String why) {
    super("The check was stopped at \"" + keyword + "\": " + why + ".");
    this.violation = new Violation(place == null ? "" : place.toString(), getMessage());
  }

  Violation violation() {
    return violation;
  }
}
