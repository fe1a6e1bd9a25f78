// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.store.UnstorableException;
import io.flowmanager.testing.JsonTexts;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** Values of BSON that JSON does not have survive, and what BSON does not have is refused. */
class JsonToBsonTest {

  private static final BsonDocument RICH =
      BsonDocument.parse(
          """
          {"date": {"$date": "2024-01-12T21:44:03.007Z"}, "id": {"$oid": "65a1b2c3d4e5f60718293a01"},
           "bytes": {"$binary": {"base64": "AQID", "subType": "00"}}, "nan": {"$numberDouble": "NaN"},
           "double": {"$numberDouble": "3.0"}, "decimal": {"$numberDecimal": "2.50"},
           "regex": {"$regularExpression": {"pattern": "^a", "options": "i"}}, "min": {"$minKey": 1},
           "time": {"$timestamp": {"t": 1705095843, "i": 1}}, "code": {"$code": "f()"},
           "symbol": {"$symbol": "s"}, "none": null, "undefined": {"$undefined": true},
           "list": [{"$date": "2024-01-12T21:44:03.000Z"}, {"deep": {"$oid": "65a1b2c3d4e5f60718293a02"}}]}
          """);

  @Test
  void typesThatJsonDoesNotHaveAreReadAsTexts() {
    assertThat(BsonToJson.object(RICH))
        .isEqualTo(
            JsonTexts.object(
                """
                {"date": "2024-01-12T21:44:03.007Z", "id": "65a1b2c3d4e5f60718293a01",
                 "bytes": "AQID", "nan": null, "double": 3, "decimal": 2.50, "regex": "^a",
                 "min": null, "time": "2024-01-12T21:44:03.000Z", "code": "f()", "symbol": "s",
                 "none": null, "undefined": null,
                 "list": ["2024-01-12T21:44:03.000Z", {"deep": "65a1b2c3d4e5f60718293a02"}]}
                """));
  }

  @Test
  void whatReadsAsBeforeKeepsItsType() {
    assertThat(JsonToBson.document(BsonToJson.object(RICH), RICH)).isEqualTo(RICH);
  }

  @Test
  void whatHasChangedIsNew() {
    JsonObject changed =
        JsonText.builders()
            .createObjectBuilder(BsonToJson.object(RICH))
            .add("date", "today")
            .add("list", JsonTexts.object("{\"a\": 1}"))
            .remove("id")
            .build();

    BsonDocument written = JsonToBson.document(changed, RICH);

    assertThat(BsonToJson.object(written)).isEqualTo(changed);
    assertThat(written.get("bytes")).isEqualTo(RICH.get("bytes"));
  }

  @Test
  void numberThatMongoDoesNotHaveIsUnstorableAndThePlaceIsNamed() {
    JsonObject document =
        JsonText.builders()
            .createObjectBuilder()
            .add(
                "a/b",
                JsonText.builders()
                    .createArrayBuilder()
                    .add(1)
                    .add(new BigDecimal("1." + "7".repeat(40))))
            .build();

    assertThatThrownBy(() -> JsonToBson.document(document, new BsonDocument()))
        .isInstanceOf(UnstorableException.class)
        .hasMessageContaining("/a~1b/1")
        .hasMessageContaining("34 digits")
        .hasMessageNotContaining("777");
  }

  @Test
  void halfACharacterIsUnstorable() {
    JsonObject document = JsonText.builders().createObjectBuilder().add("text", "a\uD83D").build();

    assertThatThrownBy(() -> JsonToBson.document(document, new BsonDocument()))
        .isInstanceOf(UnstorableException.class)
        .hasMessageContaining("/text");
  }

  @Test
  void nameWithTheCharacterZeroIsUnstorable() {
    JsonObject document = JsonText.builders().createObjectBuilder().add("a\u0000b", 1).build();

    assertThatThrownBy(() -> JsonToBson.document(document, new BsonDocument()))
        .isInstanceOf(UnstorableException.class)
        .hasMessageContaining("U+0000");
  }

  @Test
  void hundredLevelsAreTheMost() {
    assertThat(JsonToBson.document(nested(99), new BsonDocument())).containsKey("a");

    assertThatThrownBy(() -> JsonToBson.document(nested(100), new BsonDocument()))
        .isInstanceOf(UnstorableException.class)
        .hasMessageContaining("100 levels")
        .hasMessageContaining("/a/a/a");
    assertThatThrownBy(() -> JsonToBson.part(nested(96), 4))
        .isInstanceOf(UnstorableException.class);
  }

  /** An object within so many others. */
  private static JsonObject nested(int levels) {
    JsonObject object = JsonTexts.object("{}");
    for (int i = 0; i < levels; i++) {
      object = JsonText.builders().createObjectBuilder().add("a", object).build();
    }
    return object;
  }
}
