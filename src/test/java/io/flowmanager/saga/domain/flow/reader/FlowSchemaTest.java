// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.FlowSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FlowSchemaTest {

  @Test
  void schemaIsAJsonSchemaOfDraft202012() {
    JsonSchema metaschema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of(SchemaId.V202012));

    assertThat(metaschema.validate(FlowSchema.text(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void schemaIsKnownByItsPublicName() {
    assertThat(FlowDocuments.of(FlowSchema.text()).json().getString("$id"))
        .isEqualTo("https://flow-manager.io/schemas/flow.json");
  }

  @Test
  void exampleOfTheReferenceIsASoundFlow() throws IOException {
    String page = Files.readString(Path.of("docs/reference/flow-file.md"));
    int start = page.indexOf("```json") + "```json".length();

    FlowDocuments example = FlowDocuments.of(page.substring(start, page.indexOf("```", start)));

    assertThat(FlowReadings.accepted(example).machine().states()).hasSize(3);
  }
}
