// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import java.util.List;

/**
 * {@code settings.lint}, ours: settings of the linter for this flow.
 *
 * @param ignore codes of findings to leave out, as they were written: they may be unknown
 * @param errorSuffix the end of the label of an event that reports a command's failure
 * @param externalEvents labels of events that do not answer a command
 */
public record LintSettings(List<String> ignore, String errorSuffix, List<String> externalEvents) {

  /** The settings of a file without a {@code lint} section. */
  public static final LintSettings DEFAULTS = new LintSettings(List.of(), "Error", List.of());
}
