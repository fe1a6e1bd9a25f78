// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.BaseJsonValidator;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonValidator;
import com.networknt.schema.Keyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.ValidationContext;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.ValidatorTypeCode;
import java.util.Set;

/** A keyword that we check ourselves, with the validator's own words for what breaks it. */
record SchemaKeyword(ValidatorTypeCode code, Rule rule) implements Keyword {

  /** What the keyword demands. */
  @FunctionalInterface
  interface Rule {

    /**
     * @param demand the keyword's value
     */
    boolean isMet(JsonNode demand, JsonNode value);
  }

  @Override
  public String getValue() {
    return code.getValue();
  }

  @Override
  public JsonValidator newValidator(
      SchemaLocation schemaLocation,
      JsonNodePath evaluationPath,
      JsonNode schemaNode,
      JsonSchema parentSchema,
      ValidationContext validationContext) {
    return new BaseJsonValidator(
        schemaLocation, evaluationPath, schemaNode, parentSchema, code, validationContext) {
      @Override
      public Set<ValidationMessage> validate(
          ExecutionContext executionContext,
          JsonNode node,
          JsonNode rootNode,
          JsonNodePath instanceLocation) {
        if (rule.isMet(schemaNode, node)) {
          return Set.of();
        }
        return Set.of(
            message()
                .instanceNode(node)
                .instanceLocation(instanceLocation)
                .locale(executionContext.getExecutionConfig().getLocale())
                .failFast(executionContext.isFailFast())
                .arguments(schemaNode.asText())
                .build());
      }
    };
  }
}
