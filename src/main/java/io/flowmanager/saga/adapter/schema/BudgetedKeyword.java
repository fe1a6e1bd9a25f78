// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonValidator;
import com.networknt.schema.Keyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.ValidationContext;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/** A keyword whose checks are counted. */
record BudgetedKeyword(Keyword counted) implements Keyword {

  @Override
  public String getValue() {
    return counted.getValue();
  }

  @Override
  public JsonValidator newValidator(
      SchemaLocation schemaLocation,
      JsonNodePath evaluationPath,
      JsonNode schemaNode,
      JsonSchema parentSchema,
      ValidationContext validationContext)
      throws Exception {
    JsonValidator validator =
        counted.newValidator(
            schemaLocation, evaluationPath, schemaNode, parentSchema, validationContext);
    return validator == null ? null : new Validator(validator, getValue());
  }

  static JsonValidator around(JsonValidator validator, String keyword) {
    return new Validator(validator, keyword);
  }

  private record Validator(JsonValidator counted, String name) implements JsonValidator {

    @Override
    public Set<ValidationMessage> validate(
        ExecutionContext executionContext,
        JsonNode node,
        JsonNode rootNode,
        JsonNodePath instanceLocation) {
      CheckBudget budget = CheckBudget.current();
      String around = budget.keyword();
      JsonNodePath place = budget.place();
      budget.enter(name, instanceLocation);
      Set<ValidationMessage> messages =
          counted.validate(executionContext, node, rootNode, instanceLocation);
      budget.leave(around, place);
      return messages;
    }

    @Override
    public Set<ValidationMessage> walk(
        ExecutionContext executionContext,
        JsonNode node,
        JsonNode rootNode,
        JsonNodePath instanceLocation,
        boolean shouldValidateSchema) {
      return counted.walk(executionContext, node, rootNode, instanceLocation, shouldValidateSchema);
    }

    @Override
    public void preloadJsonSchema() {
      counted.preloadJsonSchema();
    }

    @Override
    public SchemaLocation getSchemaLocation() {
      return counted.getSchemaLocation();
    }

    @Override
    public JsonNodePath getEvaluationPath() {
      return counted.getEvaluationPath();
    }

    @Override
    public String getKeyword() {
      return counted.getKeyword();
    }
  }
}
