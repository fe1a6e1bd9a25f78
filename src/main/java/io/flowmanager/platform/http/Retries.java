// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import java.util.concurrent.CompletionStage;

/** Makes further attempts of a call, as often and as far apart as those of its kind are wanted. */
public interface Retries {

  /**
   * Completes as the first attempt that does not end with a {@link FailedAttemptException}, or as
   * the last attempt. The server's threads run it.
   */
  CompletionStage<Reply> run(Attempts attempts);
}
