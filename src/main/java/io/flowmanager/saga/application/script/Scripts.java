// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.script;

import io.flowmanager.saga.domain.flow.Hook;

/**
 * Makes the JavaScript of flow files ready to run (contract, "hook"). A script speaks ES2020 and
 * lives in a sandbox: it sees its arguments and the language's own objects, and no host object,
 * file, socket, timer or other module. Safe for use by many threads.
 */
public interface Scripts {

  /**
   * Compiles the hook's module and evaluates its top level once.
   *
   * @throws InvalidScriptException when the text is no ES module, when its top level fails or takes
   *     far more time or memory than a call may, or when the default export is no function
   */
  Script compile(Hook hook);
}
