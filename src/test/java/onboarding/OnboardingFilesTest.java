// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.router.domain.RulesReader;
import io.flowmanager.saga.domain.lint.FlowLinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the onboarding example are sound, and fit each other. */
class OnboardingFilesTest {

  private static final Path EXAMPLE = Path.of("examples", "onboarding");

  @ParameterizedTest
  @ValueSource(strings = {"onboarding", "identification", "payment"})
  void theLinterHasNothingToSay(String flow) throws IOException {
    String text = Files.readString(EXAMPLE.resolve("flows/" + flow + ".json"));

    assertThat(new FlowLinter().lint(JsonText.parse(text)).findings()).isEmpty();
  }

  @Test
  void theRulesChooseFlowsThatAreThere() throws IOException {
    String text = Files.readString(EXAMPLE.resolve("rules.json"));

    var reading =
        new RulesReader(flow -> Files.exists(EXAMPLE.resolve("flows/" + flow + ".json")))
            .read(JsonText.parse(text));

    assertThat(reading.findings()).isEmpty();
  }
}
