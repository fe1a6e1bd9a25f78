// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.machine.saga.adapter.script;

/** Reads bytes as each machine does. */
public final class DecodingScript {

  String text(byte[] bytes) {
    return new String(bytes);
  }
}
