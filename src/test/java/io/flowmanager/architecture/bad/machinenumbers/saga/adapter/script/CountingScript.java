// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.machinenumbers.saga.adapter.script;

/** Writes a number with the digits of the machine. */
public final class CountingScript {

  String count(long runs) {
    return "ran %d times".formatted(runs);
  }
}
