// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.flow.InvalidSchemaException;
import io.flowmanager.saga.domain.PayloadCheck;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The JSON-Schema-Test-Suite. What we do not meet stands in {@code not-met.txt}, and nothing else
 * does: a test that passes has to leave the list.
 */
class JsonSchemaTestSuiteTest {

  private static final Path SUITE = Path.of("src/test/resources/json-schema-test-suite");

  @ParameterizedTest
  @CsvSource({
    "draft4, http://json-schema.org/draft-04/schema#",
    "draft6, http://json-schema.org/draft-06/schema#",
    "draft7, http://json-schema.org/draft-07/schema#",
    "draft2019-09, https://json-schema.org/draft/2019-09/schema",
    "draft2020-12, https://json-schema.org/draft/2020-12/schema"
  })
  void everyTestIsMetButThoseOfTheList(String draft, String dialect) throws IOException {
    List<String> notMet = new ArrayList<>();
    for (Path file : filesOf(draft)) {
      String name = SUITE.relativize(file).toString().replace(".json", "");
      for (JsonValue group : JsonText.parse(Files.readString(file)).asJsonArray()) {
        notMet.addAll(notMet(name, group.asJsonObject(), dialect));
      }
    }

    assertThat(notMet).containsExactlyElementsOf(listed(draft + "/"));
  }

  private static List<Path> filesOf(String draft) throws IOException {
    try (Stream<Path> files = Files.walk(SUITE.resolve(draft))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static List<String> listed(String draft) throws IOException {
    return Files.readAllLines(SUITE.resolve("not-met.txt"), StandardCharsets.UTF_8).stream()
        .filter(line -> line.startsWith(draft))
        .toList();
  }

  private static List<String> notMet(String file, JsonObject group, String dialect) {
    String name = file + " | " + group.getString("description");
    PayloadCheck check;
    try {
      check = TrySchemas.compile(JsonText.write(schema(group.get("schema"), dialect)));
    } catch (InvalidSchemaException e) {
      return List.of(name + " | the schema is refused");
    }
    return group.getJsonArray("tests").getValuesAs(JsonObject.class).stream()
        .filter(test -> check.check(test.get("data")).isEmpty() != test.getBoolean("valid"))
        .map(test -> name + " | " + test.getString("description"))
        .toList();
  }

  /** In a flow file a schema is an object; without a word it is of draft-07. */
  private static JsonObject schema(JsonValue schema, String dialect) {
    var builder = JsonText.builders().createObjectBuilder().add("$schema", dialect);
    if (schema instanceof JsonObject object) {
      builder.addAll(JsonText.builders().createObjectBuilder(object));
    } else {
      builder.add("allOf", JsonText.builders().createArrayBuilder().add(schema));
    }
    return builder.build();
  }
}
