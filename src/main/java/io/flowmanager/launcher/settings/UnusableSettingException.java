// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.settings;

/**
 * A setting that the server cannot start with; the message says how to fix it and shows no secret.
 */
public final class UnusableSettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableSettingException(String message) {
    super(message);
  }
}
