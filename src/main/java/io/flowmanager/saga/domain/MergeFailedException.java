// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import java.util.Optional;

/** A payload cannot be merged into the metadata of its saga; neither is changed. */
public final class MergeFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String hook;

  public MergeFailedException(String message) {
    super(message);
    this.hook = null;
  }

  /** The hook at this JSON pointer of the flow file failed, for a reason in a sentence. */
  public MergeFailedException(String hook, String reason, Throwable cause) {
    super(
        "The payload cannot be merged, because the hook at " + hook + " failed. " + reason, cause);
    this.hook = hook;
  }

  /** JSON pointer of the hook that failed, if one did. */
  public Optional<String> hook() {
    return Optional.ofNullable(hook);
  }
}
