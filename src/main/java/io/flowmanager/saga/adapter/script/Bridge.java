// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JavaScript on our side of the sandbox, compiled: it stands between the host and a hook's
 * default export. Its modules have names of their own, so that a hook keeps the interpreter's usual
 * one; the hook's text stays as it is, and lines and columns with it.
 *
 * @param start the state of a guest that has taken the bridge in, and no hook yet
 * @param adoption bytecode that hands the default export of the hook over to the bridge
 * @param call bytecode of one call
 */
record Bridge(Snapshot start, byte[] adoption, byte[] call) {

  private static final String BRIDGE = "bridge00.mjs";
  private static final String ADOPTION = "adoption.mjs";
  private static final String CALL = "callsite.mjs";

  private static final String ADOPTION_TEXT =
      """
      import { adopt } from "bridge00.mjs";
      import * as hook from "function.mjs";
      adopt(hook.default);
      """;
  private static final String CALL_TEXT =
      """
      import { call } from "bridge00.mjs";
      call();
      """;

  /** A module that was compiled in a guest cannot be evaluated in it: so it takes a second one. */
  static Bridge build(Guest evaluating, Guest compiling) {
    evaluating.boot();
    Snapshot bare = evaluating.snapshot();
    compiling.restore(bare);
    byte[] bridge = compiling.compile(text(), BRIDGE);
    evaluating.evaluate(bridge);
    Snapshot start = evaluating.snapshot();

    compiling.restore(start);
    byte[] anyHook = compiling.compile("export default 0;");
    evaluating.evaluate(anyHook);
    Snapshot withHook = evaluating.snapshot();
    compiling.restore(withHook);
    byte[] adoption = compiling.compile(ADOPTION_TEXT, ADOPTION);
    byte[] call = compiling.compile(CALL_TEXT, CALL);
    return new Bridge(start, adoption, call);
  }

  private static String text() {
    try (InputStream file = Bridge.class.getResourceAsStream("bridge.mjs")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("bridge.mjs is missing from the application's classes.", e);
    }
  }
}
