// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.listener;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;

/** The received bytes of an incomplete body; used by one thread at a time. */
final class PartialBody {

  private static final int SMALLEST = 1024;

  /** All partial bodies together may take an eighth of the memory. */
  private static final long MAX_HELD = Runtime.getRuntime().maxMemory() / 8;

  private final AtomicLong heldByAll;
  private byte[] bytes = new byte[0];
  private int size;

  PartialBody(AtomicLong heldByAll) {
    this.heldByAll = heldByAll;
  }

  int size() {
    return size;
  }

  /** Adds received bytes; returns false if all bodies together have become too large. */
  boolean add(Buffer more) {
    int length = more.remaining();
    if (size + length > bytes.length && !grow(size + length)) {
      return false;
    }
    more.get(bytes, size, length);
    size += length;
    return true;
  }

  private boolean grow(int needed) {
    int capacity = Math.max(SMALLEST, Math.max(needed, 2 * bytes.length));
    int more = capacity - bytes.length;
    if (heldByAll.addAndGet(more) > MAX_HELD) {
      heldByAll.addAndGet(-more);
      return false;
    }
    bytes = Arrays.copyOf(bytes, capacity);
    return true;
  }

  Buffer toBuffer(MemoryManager<?> memory) {
    return Buffers.wrap(memory, bytes, 0, size);
  }

  void release() {
    heldByAll.addAndGet(-bytes.length);
    bytes = new byte[0];
    size = 0;
  }
}
