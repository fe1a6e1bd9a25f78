// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.machine.saga.adapter.script;

/** Has other bytes on each machine. */
public final class EncodingScript {

  byte[] bytes(String text) {
    return text.getBytes();
  }
}
