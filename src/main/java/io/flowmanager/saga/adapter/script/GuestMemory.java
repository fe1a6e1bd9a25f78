// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import run.endive.runtime.ConstantEvaluators;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.DataSegment;

/**
 * The linear memory of a guest: one array, so that a snapshot is one copy. Whatever a guest does,
 * it reads memory to do it; so reads are what its time is checked by. Bulk operations count by
 * size.
 */
final class GuestMemory implements Memory {

  private static final int READS_PER_CHECK = 1 << 14;
  private static final int BULK_BYTES_PER_READ = 16;

  /** How many times the memory that it is put back to an array may be, to be kept. */
  private static final int MOST_ROOM = 4;

  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);

  private final int initialPages;
  private final int maximumPages;

  /**
   * Longer than the pages that the guest has, once it has grown, so that growing stays cheap, also
   * in later runs.
   */
  private byte[] bytes;

  private int pages;
  private DataSegment[] segments = {};
  private Stopwatch stopwatch;
  private int readsLeft = READS_PER_CHECK;
  private boolean refused;

  GuestMemory(int initialPages, int maximumPages) {
    this.initialPages = initialPages;
    this.maximumPages = maximumPages;
    this.bytes = new byte[initialPages * PAGE_SIZE];
    this.pages = initialPages;
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  void watchedBy(Stopwatch next) {
    stopwatch = next;
    readsLeft = READS_PER_CHECK;
  }

  /** Whether the guest asked for more than it may have, since the last {@link #restore}. */
  boolean hasRefused() {
    return refused;
  }

  byte[] copyFrom(int address) {
    return Arrays.copyOfRange(bytes, address, pages * PAGE_SIZE);
  }

  /** Where the bytes first stand. */
  int indexOf(byte[] wanted) {
    int address = 0;
    while (!Arrays.equals(bytes, address, address + wanted.length, wanted, 0, wanted.length)) {
      address++;
    }
    return address;
  }

  /** Puts the memory back: zeros below the address, the given bytes from there on. */
  void restore(int address, byte[] content) {
    int size = address + content.length;
    if (bytes.length < size || bytes.length / MOST_ROOM > size) {
      bytes = new byte[size];
    } else {
      Arrays.fill(bytes, 0, address, (byte) 0);
      Arrays.fill(bytes, size, bytes.length, (byte) 0);
    }
    System.arraycopy(content, 0, bytes, address, content.length);
    pages = size / PAGE_SIZE;
    refused = false;
  }

  private void count(int reads) {
    readsLeft -= reads;
    if (readsLeft < 0) {
      readsLeft = READS_PER_CHECK;
      stopwatch.check();
    }
  }

  private void countBulk(int size) {
    count(1 + size / BULK_BYTES_PER_READ);
  }

  @Override
  public int pages() {
    return pages;
  }

  @Override
  public int grow(int more) {
    int before = pages;
    if (more < 0 || more > maximumPages - before) {
      refused = true;
      return -1;
    }
    pages += more;
    if (pages * PAGE_SIZE > bytes.length) {
      countBulk(bytes.length);
      bytes = Arrays.copyOf(bytes, Math.min(maximumPages, 2 * pages) * PAGE_SIZE);
    }
    return before;
  }

  @Override
  public int initialPages() {
    return initialPages;
  }

  @Override
  public int maximumPages() {
    return maximumPages;
  }

  @Override
  public boolean shared() {
    return false;
  }

  @Override
  public void initialize(Instance instance, DataSegment[] dataSegments) {
    segments = dataSegments;
    for (DataSegment segment : dataSegments) {
      if (segment instanceof ActiveDataSegment active) {
        var offset = active.offsetInstructions();
        int address = (int) ConstantEvaluators.computeConstantValue(instance, offset)[0];
        write(address, active.data(), 0, active.data().length);
      }
    }
  }

  @Override
  public void initPassiveSegment(int segment, int address, int offset, int size) {
    write(address, segments[segment].data(), offset, size);
  }

  @Override
  public void drop(int segment) {
    throw new UnsupportedOperationException(
        "The interpreter's data segments are shared by all guests and stay.");
  }

  @Override
  public void write(int address, byte[] data, int offset, int size) {
    countBulk(size);
    System.arraycopy(data, offset, bytes, address, size);
  }

  @Override
  public byte[] readBytes(int address, int size) {
    countBulk(size);
    return Arrays.copyOfRange(bytes, address, address + size);
  }

  @Override
  public void copy(int to, int from, int size) {
    countBulk(size);
    System.arraycopy(bytes, from, bytes, to, size);
  }

  @Override
  public void fill(byte value, int from, int to) {
    countBulk(to - from);
    Arrays.fill(bytes, from, to, value);
  }

  @Override
  public void zero() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public byte read(int address) {
    count(1);
    return bytes[address];
  }

  @Override
  public short readShort(int address) {
    count(1);
    return (short) SHORTS.get(bytes, address);
  }

  @Override
  public long readU16(int address) {
    return Short.toUnsignedLong(readShort(address));
  }

  @Override
  public int readInt(int address) {
    count(1);
    return (int) INTS.get(bytes, address);
  }

  @Override
  public long readLong(int address) {
    count(1);
    return (long) LONGS.get(bytes, address);
  }

  @Override
  public float readFloat(int address) {
    return Float.intBitsToFloat(readInt(address));
  }

  @Override
  public long readF32(int address) {
    return readInt(address);
  }

  @Override
  public double readDouble(int address) {
    return Double.longBitsToDouble(readLong(address));
  }

  @Override
  public long readF64(int address) {
    return readLong(address);
  }

  @Override
  public void writeByte(int address, byte value) {
    bytes[address] = value;
  }

  @Override
  public void writeShort(int address, short value) {
    SHORTS.set(bytes, address, value);
  }

  @Override
  public void writeI32(int address, int value) {
    INTS.set(bytes, address, value);
  }

  @Override
  public void writeLong(int address, long value) {
    LONGS.set(bytes, address, value);
  }

  @Override
  public void writeF32(int address, float value) {
    writeI32(address, Float.floatToRawIntBits(value));
  }

  @Override
  public void writeF64(int address, double value) {
    writeLong(address, Double.doubleToRawLongBits(value));
  }

  @Override
  @SuppressWarnings("removal")
  public Object lock(int address) {
    throw noThreads();
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, int expected, long timeout) {
    throw noThreads();
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, long expected, long timeout) {
    throw noThreads();
  }

  @Override
  @SuppressWarnings("removal")
  public int notify(int address, int waiters) {
    throw noThreads();
  }

  private static UnsupportedOperationException noThreads() {
    return new UnsupportedOperationException("A guest has one thread; it cannot wait for another.");
  }
}
