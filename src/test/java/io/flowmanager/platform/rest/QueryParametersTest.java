// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

  private static QueryParameters limited(String limit) {
    var parameters = new MultivaluedHashMap<String, String>();
    parameters.add("limit", limit);
    return new QueryParameters(parameters, Set.of("limit"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "500, 500", "007, 7"})
  void aLimitWithinItsBoundsIsTaken(String text, int limit) {
    assertThat(limited(text).limit()).isEqualTo(limit);
  }

  @Test
  void withoutALimitAPageHasFifty() {
    assertThat(new QueryParameters(new MultivaluedHashMap<>(), Set.of("limit")).limit())
        .isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "-1",
        "+5",
        "501",
        "5.0",
        "5e1",
        "0x5",
        "٣",
        "５",
        "2147483648",
        "9999999999999999999999"
      })
  void aLimitBeyondItsBoundsOrInOtherDigitsIsAFault(String text) {
    QueryParameters parameters = limited(text);

    parameters.limit();

    assertThatThrownBy(parameters::check)
        .isInstanceOf(ProblemException.class)
        .extracting(failure -> ((ProblemException) failure).problem().detail())
        .isEqualTo("limit: must be a number from 1 to 500.");
  }
}
