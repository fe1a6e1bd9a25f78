// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * UUIDs of version 7 (RFC 9562): they begin with the time, so rows that are created together are
 * close together in an index. Thread-safe.
 */
public final class TimeOrderedUuids implements Supplier<UUID> {

  private final NoArgGenerator generator = Generators.timeBasedEpochGenerator();

  @Override
  public UUID get() {
    return generator.generate();
  }
}
