// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import io.flowmanager.saga.application.flow.InvalidSchemaException;
import io.flowmanager.saga.application.flow.PayloadSchemas;
import io.flowmanager.saga.application.script.Scripts;
import io.flowmanager.saga.domain.PayloadCheck;
import io.flowmanager.saga.domain.Refusal;
import io.flowmanager.saga.domain.Refusal.Violation;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiles a schema once; the result keeps no state between checks. A check has a budget of
 * processor time and depth; beyond it the payload is refused.
 */
public final class NetworkntPayloadSchemas implements PayloadSchemas {

  private static final int LONGEST_TEXT = 500;
  private static final Duration QUICK = Duration.ofMillis(5);

  private final SchemaValidatorsConfig config;
  private final Duration processorTime;
  private final Map<VersionFlag, JsonSchema> metaSchemas = new ConcurrentHashMap<>();

  /**
   * @param scripts match patterns that look around or back
   * @param processorTime of the calling thread for one check
   */
  public NetworkntPayloadSchemas(Scripts scripts, Duration processorTime) {
    this.config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .regularExpressionFactory(new EcmaPatterns(scripts))
            .schemaIdValidator((id, isRoot, location, resolved, context) -> true)
            .build();
    this.processorTime = processorTime;
  }

  @Override
  public PayloadCheck compile(JsonObject schema) {
    JsonNode node = JacksonValues.of(schema);
    VersionFlag version = version(schema, node);
    try {
      checkAgainstMetaSchema(version, node);
      JsonSchema compiled = Dialects.factory(version).getSchema(node, config);
      compiled.initializeValidators();
      return new Check(compiled);
    } catch (JsonSchemaException e) {
      throw new InvalidSchemaException("The schema cannot be used: " + e.getMessage());
    }
  }

  private static VersionFlag version(JsonObject schema, JsonNode node) {
    if (!schema.containsKey("$schema")) {
      return VersionFlag.V7;
    }
    return SpecVersionDetector.detectOptionalVersion(node, false)
        .orElseThrow(
            () ->
                new InvalidSchemaException(
                    "The $schema "
                        + schema.get("$schema")
                        + " is not one of JSON Schema draft-04, -06, -07, 2019-09 and 2020-12."));
  }

  private void checkAgainstMetaSchema(VersionFlag version, JsonNode schema) {
    List<String> faults =
        metaSchemas.computeIfAbsent(version, this::metaSchema).validate(schema).stream()
            .map(ValidationMessage::getMessage)
            .sorted()
            .toList();
    if (!faults.isEmpty()) {
      throw new InvalidSchemaException(
          "The schema breaks the rules of its draft: " + String.join("; ", faults) + ".");
    }
  }

  private JsonSchema metaSchema(VersionFlag version) {
    return JsonSchemaFactory.getInstance(version)
        .getSchema(SchemaLocation.of(version.getId()), config);
  }

  private final class Check implements PayloadCheck {

    private final JsonSchema schema;

    private Check(JsonSchema schema) {
      this.schema = schema;
    }

    @Override
    public List<Violation> check(JsonValue payload) {
      try (CheckBudget budget = CheckBudget.open(processorTime)) {
        return violations(schema, payload, budget);
      } catch (CheckStoppedException e) {
        return List.of(e.violation());
      }
    }

    @Override
    public Optional<List<Violation>> checkQuickly(JsonValue payload) {
      try (CheckBudget budget = CheckBudget.open(QUICK)) {
        return Optional.of(violations(schema, payload, budget));
      } catch (CheckStoppedException e) {
        return Optional.empty();
      }
    }
  }

  private static List<Violation> violations(
      JsonSchema schema, JsonValue payload, CheckBudget budget) {
    try {
      return schema.validate(JacksonValues.of(payload)).stream()
          .limit(Refusal.MOST_VIOLATIONS + 1)
          .map(NetworkntPayloadSchemas::violation)
          .toList();
    } catch (StackOverflowError e) {
      throw budget.stopped("it went too deep");
    }
  }

  private static Violation violation(ValidationMessage fault) {
    return new Violation(
        shortened(fault.getInstanceLocation().toString()), shortened(fault.getError()));
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
  }
}
