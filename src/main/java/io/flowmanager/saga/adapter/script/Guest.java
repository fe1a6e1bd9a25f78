// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import io.roastedroot.quickjs4j.core.JavyPluginModule;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import run.endive.runtime.Instance;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.WasmModule;

/**
 * One QuickJS interpreter. All its state is its memory and its stack pointer, so it can be put back
 * to any snapshot of any other guest. For one thread at a time.
 *
 * <p>Its calls throw whatever stops the guest; {@link GuestFaults} tells what that means.
 */
final class Guest {

  private static final WasmModule MODULE = JavyPluginModule.load();
  private static final int STACK_POINTER = 0;
  private static final int ALIGNMENT = 1;

  private static final Conversation SILENCE = new Conversation("[]");
  private static final Stopwatch UNLIMITED = new Stopwatch(Long.MAX_VALUE);

  /** The name that the interpreter gives to every module it compiles. */
  static final String MODULE_NAME = "function.mjs";

  private final GuestMemory memory;
  private final Instance instance;
  private final ErrorText errors = new ErrorText();
  private Conversation conversation = SILENCE;

  Guest(int maximumPages, Clock clock) {
    int pages = MODULE.memorySection().orElseThrow().getMemory(0).limits().initialPages();
    memory = new GuestMemory(pages, maximumPages);
    memory.watchedBy(UNLIMITED);
    instance =
        Instance.builder(MODULE)
            .withMemoryFactory(limits -> memory)
            .withMachineFactory(JavyPluginModule::create)
            .withImportValues(
                new SystemCalls(memory, errors, clock, (guest, args) -> hear(args))
                    .importsOf(MODULE))
            .build();
  }

  /** Makes a guest that was never restored ready to compile and evaluate. */
  void boot() {
    instance.export("initialize_runtime").apply();
  }

  Snapshot snapshot() {
    int address = 0;
    while (memory.read(address) == 0) {
      address++;
    }
    return new Snapshot(
        address, memory.copyFrom(address), instance.global(STACK_POINTER).getValue());
  }

  void restore(Snapshot snapshot) {
    memory.restore(snapshot.address(), snapshot.bytes());
    instance.global(STACK_POINTER).setValue(snapshot.stackPointer());
    errors.clear();
  }

  void talkIn(Conversation next) {
    conversation = next;
  }

  /** Lets go of what the last run left on our side. */
  void forget() {
    conversation = SILENCE;
  }

  /**
   * Does the work while the stopwatch counts. An interrupt from before waits until the work is
   * done: the interpreter would take it for its own.
   *
   * @throws GuestStoppedException when the guest does not come to its end
   */
  void within(Stopwatch stopwatch, Runnable work) {
    boolean interrupted = Thread.interrupted();
    memory.watchedBy(stopwatch);
    stopwatch.start();
    try {
      work.run();
    } catch (WasmEngineException | TimeSpentException | IndexOutOfBoundsException e) {
      throw GuestStoppedException.of(e, this);
    } finally {
      stopwatch.stop();
      memory.watchedBy(UNLIMITED);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  boolean hasRefusedMemory() {
    return memory.hasRefused();
  }

  int pages() {
    return memory.pages();
  }

  String errors() {
    return errors.toString();
  }

  /** The bytecode of an ES module's text. */
  byte[] compile(String text) {
    byte[] source = text.getBytes(StandardCharsets.UTF_8);
    int at = put(source);
    int code = (int) instance.export("compileSrc").apply(at, source.length)[0];
    return memory.readBytes(memory.readInt(code), memory.readInt(code + 4));
  }

  /** As {@link #compile(String)}, under another name, which must be as long as the usual one. */
  byte[] compile(String text, String name) {
    int at = memory.indexOf(MODULE_NAME.getBytes(StandardCharsets.UTF_8));
    memory.write(at, name.getBytes(StandardCharsets.UTF_8));
    try {
      return compile(text);
    } finally {
      memory.write(at, MODULE_NAME.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Evaluates a module, and then the jobs that it has left in the queue. */
  void evaluate(byte[] code) {
    int at = put(code);
    instance.export("eval").apply(at, code.length, 0, 0);
    instance.export("abi_free").apply(at, code.length, ALIGNMENT);
  }

  private long[] hear(long[] args) {
    String answer = conversation.hear(text(args, 2), text(args, 4));
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    int at = put(bytes);
    int slice = allocate(2 * Integer.BYTES);
    memory.writeI32(slice, at);
    memory.writeI32(slice + Integer.BYTES, bytes.length);
    return new long[] {slice};
  }

  private String text(long[] args, int index) {
    return new String(
        memory.readBytes((int) args[index], (int) args[index + 1]), StandardCharsets.UTF_8);
  }

  private int put(byte[] bytes) {
    int at = allocate(bytes.length);
    memory.write(at, bytes);
    return at;
  }

  private int allocate(int size) {
    return (int) instance.export("cabi_realloc").apply(0, 0, ALIGNMENT, size)[0];
  }
}
