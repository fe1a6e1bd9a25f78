// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.micro;

/**
 * A setting that the server cannot start with; the message says how to fix it and shows no secret.
 */
final class UnusableSettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableSettingException(String message) {
    super(message);
  }
}
