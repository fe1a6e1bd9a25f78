// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import java.time.Duration;
import java.util.Optional;

/**
 * {@code settings.retention}, ours: how long the flow's sagas are kept.
 *
 * @param after how long after its final step a saga goes; empty: never
 * @param then what becomes of it
 */
public record RetentionSettings(Optional<Duration> after, Ending then) {

  /** What becomes of a saga whose time is over. */
  public enum Ending {
    /** Its rows are deleted. */
    DELETE,
    /** It is written into the archive, and its rows are deleted. */
    ARCHIVE
  }

  /** The settings of a file without a {@code retention} section. */
  public static final RetentionSettings KEEP_ALL =
      new RetentionSettings(Optional.empty(), Ending.DELETE);

  /** Whether sagas go into the archive. */
  public boolean archives() {
    return after.isPresent() && then == Ending.ARCHIVE;
  }
}
