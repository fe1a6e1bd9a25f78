// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.script;

import io.flowmanager.saga.domain.flow.Hook;

/**
 * Compiles the JavaScript of flow files (contract, "hook"). A script is ES2020 and runs in a
 * sandbox: it sees its arguments and the language's own objects, but no host object, file, socket,
 * timer or other module. Thread-safe.
 */
public interface Scripts {

  /**
   * Compiles the hook's module and evaluates its top level once.
   *
   * @throws InvalidScriptException if the text is not an ES module, if its top level fails or takes
   *     far more time or memory than a call may, or if the default export is not a function
   */
  Script compile(Hook hook);
}
