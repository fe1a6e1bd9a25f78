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
import com.networknt.schema.resource.DisallowSchemaLoader;
import io.flowmanager.saga.application.InvalidSchemaException;
import io.flowmanager.saga.application.PayloadSchemas;
import io.flowmanager.saga.domain.PayloadCheck;
import io.flowmanager.saga.domain.Refusal.Violation;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;

/** Compiles a schema once and for all; what comes of it keeps no state between checks. */
public final class NetworkntPayloadSchemas implements PayloadSchemas {

  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .locale(Locale.ENGLISH)
          .build();

  @Override
  public PayloadCheck compile(JsonObject schema) {
    JsonNode node = JacksonValues.of(schema);
    VersionFlag version = version(schema, node);
    try {
      checkAgainstMetaSchema(version, node);
      JsonSchema compiled = closedFactory(version).getSchema(node, CONFIG);
      compiled.initializeValidators();
      return payload -> check(compiled, payload);
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
                        + " is none of JSON Schema draft-04, -06, -07, 2019-09 and 2020-12."));
  }

  private static void checkAgainstMetaSchema(VersionFlag version, JsonNode schema) {
    List<String> faults =
        JsonSchemaFactory.getInstance(version)
            .getSchema(SchemaLocation.of(version.getId()), CONFIG)
            .validate(schema)
            .stream()
            .map(ValidationMessage::getMessage)
            .sorted()
            .toList();
    if (!faults.isEmpty()) {
      throw new InvalidSchemaException(
          "The schema breaks the rules of its draft: " + String.join("; ", faults) + ".");
    }
  }

  private static JsonSchemaFactory closedFactory(VersionFlag version) {
    return JsonSchemaFactory.getInstance(
        version,
        builder ->
            builder.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())));
  }

  private static List<Violation> check(JsonSchema schema, JsonValue payload) {
    return schema.validate(JacksonValues.of(payload)).stream()
        .map(fault -> new Violation(fault.getInstanceLocation().toString(), fault.getError()))
        .toList();
  }
}
