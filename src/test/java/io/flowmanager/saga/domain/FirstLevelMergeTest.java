// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.testing.JsonTexts;
import org.junit.jupiter.api.Test;

class FirstLevelMergeTest {

  private final MetadataMerge merge = new FirstLevelMerge(JsonText.builders());

  @Test
  void keysOfThePayloadReplaceKeysOfTheMetadata() {
    assertThat(merge("{\"a\": 1, \"b\": 2}", "{\"b\": 3, \"c\": 4}"))
        .isEqualTo("{\"a\":1,\"b\":3,\"c\":4}");
  }

  @Test
  void nestedObjectsAndListsAreReplacedWhole() {
    assertThat(merge("{\"a\": {\"x\": 1}, \"b\": [1, 2]}", "{\"a\": {\"y\": 2}, \"b\": [3]}"))
        .isEqualTo("{\"a\":{\"y\":2},\"b\":[3]}");
  }

  @Test
  void nullReplacesAsAnyOtherValue() {
    assertThat(merge("{\"a\": 1}", "{\"a\": null}")).isEqualTo("{\"a\":null}");
  }

  @Test
  void emptySidesChangeNothing() {
    assertThat(merge("{}", "{\"a\": 1}")).isEqualTo("{\"a\":1}");
    assertThat(merge("{\"a\": 1}", "{}")).isEqualTo("{\"a\":1}");
    assertThat(merge("{}", "{}")).isEqualTo("{}");
  }

  private String merge(String metadata, String payload) {
    return JsonText.write(merge.merge(JsonTexts.object(metadata), JsonTexts.object(payload)));
  }
}
