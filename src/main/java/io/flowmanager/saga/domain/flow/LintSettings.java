// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import java.util.List;

/**
 * {@code settings.lint}, ours: what the linter shall know of a flow that the rest of the file does
 * not tell.
 *
 * @param ignore codes of findings that nobody wants to see, as they were written: they may be
 *     unknown
 * @param errorSuffix how the label of an event ends that tells of a command's failure
 * @param externalEvents labels of events that come without a command having asked for them
 */
public record LintSettings(List<String> ignore, String errorSuffix, List<String> externalEvents) {

  /** Of a file that says nothing. */
  public static final LintSettings DEFAULTS = new LintSettings(List.of(), "Error", List.of());
}
