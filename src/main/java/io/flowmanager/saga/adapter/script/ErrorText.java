// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a guest wrote about its end; the first few kilobytes of it. */
final class ErrorText {

  private static final int ROOM = 8 * 1024;

  private final byte[] bytes = new byte[ROOM];
  private int size;

  void add(byte[] more) {
    int taken = Math.min(more.length, ROOM - size);
    System.arraycopy(more, 0, bytes, size, taken);
    size += taken;
  }

  void clear() {
    size = 0;
  }

  @Override
  public String toString() {
    return new String(Arrays.copyOf(bytes, size), StandardCharsets.UTF_8);
  }
}
