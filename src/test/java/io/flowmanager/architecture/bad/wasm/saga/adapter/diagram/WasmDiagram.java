// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.wasm.saga.adapter.diagram;

import run.endive.wasm.WasmEngineException;

/** Knows run.endive, which is fenced off from diagrams. */
public final class WasmDiagram {

  boolean failed(RuntimeException failure) {
    return failure instanceof WasmEngineException;
  }
}
