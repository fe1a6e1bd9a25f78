// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.FlowSettings;
import io.flowmanager.saga.domain.flow.Hook;
import io.flowmanager.saga.domain.flow.LintSettings;
import io.flowmanager.saga.domain.flow.RetentionSettings;
import io.flowmanager.saga.domain.flow.RetentionSettings.Ending;
import io.flowmanager.testing.FlowDocuments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsFaultsTest {

  @Test
  void settingsAreReadWhole() {
    FlowSettings settings = accepted(FlowDocuments.complete()).settings();

    assertThat(settings)
        .isEqualTo(
            new FlowSettings(
                true,
                Optional.of(
                    new Hook(
                        "/settings/deepMergeMetadata/hook", "export default () => undefined;")),
                true,
                Optional.of("order-"),
                LintSettings.DEFAULTS,
                RetentionSettings.KEEP_ALL));
  }

  @Test
  void settingsThatAreAListAreAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/settings", "[]");

    assertRefused(flow, "/settings", "must be an object, not a list");
  }

  @Test
  void deepMergeThatIsTrueIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/settings", "{\"deepMergeMetadata\": true}");

    assertRefused(flow, "/settings/deepMergeMetadata", "must be an object, not true");
  }

  @Test
  void deepMergeEnabledThatIsAStringIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete().with("/settings/deepMergeMetadata/enabled", "\"yes\"");

    assertRefused(
        flow, "/settings/deepMergeMetadata/enabled", "must be true or false, not a string");
  }

  @Test
  void deepMergeHookWithoutContentIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete().without("/settings/deepMergeMetadata/hook/content");

    assertRefused(flow, "/settings/deepMergeMetadata/hook", "needs the member \"content\"");
  }

  @Test
  void throwOnUnexpectedEventsThatIsANumberIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/settings/throwOnUnexpectedEvents", "1");

    assertRefused(flow, "/settings/throwOnUnexpectedEvents", "must be true or false, not a number");
  }

  @Test
  void sagaIdPrefixWithASlashIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/settings/sagaIdPrefix", "\"a/b\"");

    assertRefused(
        flow,
        "/settings/sagaIdPrefix",
        "must be at most 64 characters of letters, digits and ._~:@-");
  }

  @Test
  void sagaIdPrefixThatIsTooLongIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete().with("/settings/sagaIdPrefix", '"' + "x".repeat(65) + '"');

    assertRefused(
        flow,
        "/settings/sagaIdPrefix",
        "must be at most 64 characters of letters, digits and ._~:@-");
  }

  @Test
  void sagaIdPrefixThatIsANumberIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/settings/sagaIdPrefix", "1");

    assertRefused(flow, "/settings/sagaIdPrefix", "must be a string, not a number");
  }

  @Test
  void lintThatIsAStringIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/settings/lint", "\"off\"");

    assertRefused(flow, "/settings/lint", "must be an object, not a string");
  }

  @Test
  void lintSettingsAreRead() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with(
                "/settings/lint",
                """
                {"ignore": ["dead-end"], "errorSuffix": "_FAILED", "externalEvents": ["confirmed"]}
                """);

    assertThat(accepted(flow).settings().lint())
        .isEqualTo(new LintSettings(List.of("dead-end"), "_FAILED", List.of("confirmed")));
  }

  @Test
  void lintIgnoreThatIsAStringIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/settings/lint/ignore", "\"dead-end\"");

    assertRefused(flow, "/settings/lint/ignore", "must be a list, not a string");
  }

  @Test
  void lintIgnoreOfANumberIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/settings/lint/ignore", "[1]");

    assertRefused(flow, "/settings/lint/ignore/0", "must be a string, not a number");
  }

  @Test
  void lintErrorSuffixThatIsEmptyIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/settings/lint/errorSuffix", "\"\"");

    assertRefused(flow, "/settings/lint/errorSuffix", "must not be empty");
  }

  @Test
  void lintExternalEventsThatAreAnObjectAreAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/settings/lint/externalEvents", "{}");

    assertRefused(flow, "/settings/lint/externalEvents", "must be a list, not an object");
  }

  @Test
  void lintExternalEventWithTooManyCharactersIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/settings/lint/externalEvents", "[\"" + "x".repeat(256) + "\"]");

    assertRefused(
        flow, "/settings/lint/externalEvents/0", "has 256 characters; at most 255 are allowed");
  }

  @Test
  void retentionIsRead() {
    assertThat(retention("{\"after\": \"P365D\", \"then\": \"archive\"}"))
        .isEqualTo(new RetentionSettings(Optional.of(Duration.ofDays(365)), Ending.ARCHIVE));
    assertThat(retention("{\"after\": \"P1DT12H\"}"))
        .isEqualTo(new RetentionSettings(Optional.of(Duration.ofHours(36)), Ending.DELETE));
    assertThat(retention("{\"after\": \"never\", \"then\": null}"))
        .isEqualTo(RetentionSettings.KEEP_ALL);
  }

  private static RetentionSettings retention(String json) {
    return accepted(FlowDocuments.complete().with("/settings/retention", json))
        .settings()
        .retention();
  }

  @Test
  void retentionThatCannotBeReadIsAFault() {
    String rule =
        "must be \"never\" or an ISO-8601 duration of days, hours, minutes and seconds, above zero"
            + " and at most P36500D, such as P365D";

    for (String after : List.of("P1Y", "365 days", "PT0S", "Never", "")) {
      assertRetentionRefused("{\"after\": \"" + after + "\"}", "/after", rule);
    }
    assertRetentionRefused("{\"after\": 365}", "/after", "must be a string, not a number");
    assertRetentionRefused("{\"then\": \"delete\"}", "", "needs the member \"after\"");
    assertRetentionRefused("\"P365D\"", "", "must be an object, not a string");
    assertRetentionRefused(
        "{\"after\": \"P1D\", \"then\": \"archived\"}",
        "/then",
        "must be one of delete, archive, not \"archived\"; did you mean \"archive\"?");
  }

  private static void assertRetentionRefused(String json, String pointer, String message) {
    assertRefused(
        FlowDocuments.complete().with("/settings/retention", json),
        "/settings/retention" + pointer,
        message);
  }
}
