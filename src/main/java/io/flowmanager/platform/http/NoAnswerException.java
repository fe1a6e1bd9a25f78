// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

/** The service could not be reached or did not answer in time. It may have processed the call. */
public final class NoAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message names the service, without secrets
   */
  NoAnswerException(String message) {
    super(message, null, false, false);
  }
}
