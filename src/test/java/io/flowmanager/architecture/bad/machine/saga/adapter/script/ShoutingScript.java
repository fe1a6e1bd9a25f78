// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.machine.saga.adapter.script;

/** Has other capital letters on a Turkish machine. */
public final class ShoutingScript {

  String shout(String text) {
    return text.toUpperCase();
  }
}
