// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.FlowSettings;
import io.flowmanager.saga.domain.flow.Hook;
import io.flowmanager.saga.domain.flow.LintSettings;
import io.flowmanager.saga.domain.flow.RetentionSettings;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code settings}. */
final class SettingsReader {

  static final FlowSettings DEFAULTS =
      new FlowSettings(
          false,
          Optional.empty(),
          false,
          Optional.empty(),
          LintSettings.DEFAULTS,
          RetentionSettings.KEEP_ALL);

  private static final Pattern SAGA_ID_PREFIX = Pattern.compile("[A-Za-z0-9._~:@-]{0,64}");

  private record DeepMerge(boolean enabled, Optional<Hook> hook) {}

  private final HookReader hookReader = new HookReader();
  private final LintSettingsReader lintSettingsReader = new LintSettingsReader();
  private final RetentionReader retentionReader = new RetentionReader();

  FlowSettings read(Members members) {
    DeepMerge deepMerge =
        members
            .find("deepMergeMetadata")
            .flatMap(node -> node.object(this::deepMerge))
            .orElseGet(() -> new DeepMerge(false, Optional.empty()));
    return new FlowSettings(
        deepMerge.enabled(),
        deepMerge.hook(),
        members.flag("throwOnUnexpectedEvents", false),
        members.find("sagaIdPrefix").flatMap(SettingsReader::sagaIdPrefix),
        members
            .find("lint")
            .flatMap(node -> node.object(lintSettingsReader::read))
            .orElse(LintSettings.DEFAULTS),
        members
            .find("retention")
            .flatMap(node -> node.object(retentionReader::read))
            .orElse(RetentionSettings.KEEP_ALL));
  }

  private DeepMerge deepMerge(Members members) {
    return new DeepMerge(
        members.flag("enabled", false), members.find("hook").flatMap(hookReader::read));
  }

  private static Optional<String> sagaIdPrefix(Node node) {
    Optional<String> prefix = node.string();
    if (prefix.isPresent() && !SAGA_ID_PREFIX.matcher(prefix.get()).matches()) {
      node.fault("must be at most 64 characters of letters, digits and ._~:@-");
    }
    return prefix;
  }
}
