// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import static org.assertj.core.api.Assertions.assertThat;
import static run.endive.runtime.Memory.PAGE_SIZE;

import org.junit.jupiter.api.Test;

class GuestMemoryTest {

  private final GuestMemory memory = new GuestMemory(1, 8);

  GuestMemoryTest() {
    memory.watchedBy(new Stopwatch(Long.MAX_VALUE));
  }

  @Test
  void nothingOfARunThatGrewIsLeft() {
    memory.grow(1);
    memory.writeByte(0, (byte) 7);
    memory.writeByte(PAGE_SIZE, (byte) 7);
    memory.writeByte(3 * PAGE_SIZE, (byte) 7);

    memory.restore(PAGE_SIZE - 1, new byte[] {5});

    assertThat(memory.pages()).isEqualTo(1);
    assertThat(memory.grow(3)).isEqualTo(1);
    assertThat(memory.read(PAGE_SIZE - 1)).isEqualTo((byte) 5);
    assertThat(new byte[] {memory.read(0), memory.read(PAGE_SIZE), memory.read(3 * PAGE_SIZE)})
        .containsOnly(0);
  }

  @Test
  void memoryThatIsFarTooLargeIsLetGo() {
    memory.grow(4);
    memory.writeByte(5 * PAGE_SIZE, (byte) 7);

    memory.restore(0, new byte[PAGE_SIZE]);

    assertThat(memory.grow(5)).isEqualTo(1);
    assertThat(memory.read(5 * PAGE_SIZE)).isZero();
  }
}
