// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.JsonTexts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleTest {

  private static Optional<String> mismatch(String wanted, String metadata) {
    var rule =
        new Rule("r", new Address.Hosted("f"), new Address.Hosted("f"), JsonTexts.object(wanted));
    Optional<Mismatch> mismatch = rule.mismatch(JsonTexts.object(metadata));
    assertThat(rule.takes(JsonTexts.object(metadata))).isEqualTo(mismatch.isEmpty());
    return mismatch.map(Mismatch::toString);
  }

  @Test
  void moreMetadataThanWantedAreFineAtEveryLevel() {
    assertThat(mismatch("{\"a\": {\"b\": 1}}", "{\"a\": {\"b\": 1, \"c\": 2}, \"d\": 3}"))
        .isEmpty();
  }

  @Test
  void theFirstPlaceThatDiffersIsTold() {
    assertThat(mismatch("{\"a\": {\"b/c\": 1}, \"d\": 2}", "{\"a\": {\"b/c\": \"1\"}}"))
        .contains("/a/b~1c is \"1\", and the rule wants 1");
    assertThat(mismatch("{\"d\": 2}", "{}")).contains("/d is missing");
  }

  @Test
  void arraysAreComparedWhole() {
    assertThat(mismatch("{\"a\": [1, {\"b\": 1}]}", "{\"a\": [1.0, {\"b\": 1.00}]}")).isEmpty();
    assertThat(mismatch("{\"a\": [{\"b\": 1}]}", "{\"a\": [{\"b\": 1, \"c\": 2}]}")).isPresent();
    assertThat(mismatch("{\"a\": [1]}", "{\"a\": [1, 2]}")).isPresent();
    assertThat(mismatch("{\"a\": [1, 2]}", "{\"a\": [2, 1]}")).isPresent();
  }

  @Test
  void numbersAreEqualByValue() {
    assertThat(mismatch("{\"a\": 1}", "{\"a\": 1.0}")).isEmpty();
    assertThat(mismatch("{\"a\": 1e2}", "{\"a\": 100}")).isEmpty();
    assertThat(mismatch("{\"a\": 1}", "{\"a\": \"1\"}")).isPresent();
  }

  @Test
  void nullIsAValueToo() {
    assertThat(mismatch("{\"a\": null}", "{\"a\": null}")).isEmpty();
    assertThat(mismatch("{\"a\": null}", "{}")).contains("/a is missing");
  }

  @Test
  void longValuesAreCutInTheReason() {
    assertThat(mismatch("{\"a\": 1}", "{\"a\": \"" + "x".repeat(500) + "\"}").orElseThrow())
        .hasSizeLessThan(150)
        .contains("…");
  }
}
