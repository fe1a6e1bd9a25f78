// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.TrapException;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;

/**
 * All that the interpreter can ask of its system (WASI preview 1): the time, some randomness and a
 * place for its last words. There are no files, no environment and no sockets behind these calls.
 */
final class SystemCalls {

  private static final long[] DONE = {0};
  private static final long[] NO_SUCH_FILE = {8};
  private static final int BYTES_PER_VECTOR = 8;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final GuestMemory memory;
  private final ErrorText errors;
  private final Clock clock;
  private final WasmFunctionHandle word;

  SystemCalls(GuestMemory memory, ErrorText errors, Clock clock, WasmFunctionHandle word) {
    this.memory = memory;
    this.errors = errors;
    this.clock = clock;
    this.word = word;
  }

  ImportValues importsOf(WasmModule module) {
    var imports = ImportValues.builder();
    module.importSection().stream()
        .map(FunctionImport.class::cast)
        .map(wanted -> function(module, wanted))
        .forEach(imports::addFunction);
    return imports.build();
  }

  private HostFunction function(WasmModule module, FunctionImport wanted) {
    var type = module.typeSection().getType(wanted.typeIndex());
    return new HostFunction(wanted.module(), wanted.name(), type, handle(wanted.name()));
  }

  private WasmFunctionHandle handle(String name) {
    return switch (name) {
      case "invoke" -> word;
      case "clock_time_get" -> (guest, args) -> time((int) args[2]);
      case "random_get" -> (guest, args) -> random((int) args[0], (int) args[1]);
      case "environ_sizes_get" -> (guest, args) -> noEnvironment((int) args[0], (int) args[1]);
      case "environ_get" -> (guest, args) -> DONE;
      case "fd_write" -> (guest, args) -> write((int) args[1], (int) args[2], (int) args[3]);
      case "proc_exit" -> (guest, args) -> exit();
      default -> (guest, args) -> NO_SUCH_FILE;
    };
  }

  private long[] time(int address) {
    Instant now = clock.instant();
    memory.writeLong(address, now.getEpochSecond() * NANOS_PER_SECOND + now.getNano());
    return DONE;
  }

  private long[] random(int address, int size) {
    byte[] bytes = new byte[size];
    ThreadLocalRandom.current().nextBytes(bytes);
    memory.write(address, bytes);
    return DONE;
  }

  private long[] noEnvironment(int countAddress, int sizeAddress) {
    memory.writeI32(countAddress, 0);
    memory.writeI32(sizeAddress, 0);
    return DONE;
  }

  private long[] write(int vectors, int count, int writtenAddress) {
    int written = 0;
    for (int i = 0; i < count; i++) {
      int vector = vectors + i * BYTES_PER_VECTOR;
      int size = memory.readInt(vector + 4);
      errors.add(memory.readBytes(memory.readInt(vector), size));
      written += size;
    }
    memory.writeI32(writtenAddress, written);
    return DONE;
  }

  private static long[] exit() {
    throw new TrapException("The guest has ended itself.");
  }
}
