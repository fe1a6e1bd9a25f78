// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchemaException;
import io.flowmanager.saga.domain.Refusal.Violation;

/**
 * The check of a payload has spent what it may. The validator lets exceptions of its own kind pass
 * without a word in the log.
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
