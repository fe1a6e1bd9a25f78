// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.HttpAnswer;
import jakarta.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent: a problem in plain words, never a look inside. */
interface MalformedRequestScenario extends ServerScenario {

  Pattern INSIDE =
      Pattern.compile(
          "(?i)exception|\\bat"
              + " [a-z]+\\.[a-z]|io\\.flowmanager|org\\.|jakarta\\.|java\\.|payara|glassfish"
              + "|grizzly|jersey|eclipse|undertow|wildfly|jboss|resteasy|parsson|hibernate|h2|postgres");

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.flowmanager.system.MalformedRequest#all")
  default void aMalformedRequestIsAnsweredWithAProblem(MalformedRequest request) {
    HttpAnswer answer =
        http().send(request.method(), request.path(), request.publisher(), request.headers());

    assertThat(answer.status()).as("%s", answer).isEqualTo(request.status());
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    JsonObject problem = answer.json();
    assertThat(problem.getInt("status")).isEqualTo(request.status());
    assertThat(problem.getString("title")).isNotBlank();
    assertThat(problem.toString()).contains(request.place());
    assertThat(answer.body()).doesNotContainPattern(INSIDE);
    assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.flowmanager.system.MalformedRequest#wrongMethods")
  default void aWrongMethodIsToldTheRightOnes(MalformedRequest request) {
    HttpAnswer answer =
        http().send(request.method(), request.path(), request.publisher(), request.headers());

    assertThat(answer.status()).as("%s", answer).isEqualTo(405);
    assertThat(answer.header("Allow").split(", ?")).contains(request.place());
    assertThat(answer.json().getString("detail")).contains(request.method(), request.place());
  }
}
