// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.rest;

/** A participant answered a command with something else than 2xx. */
final class CommandRejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandRejectedException(String message) {
    super(message, null, false, false);
  }
}
