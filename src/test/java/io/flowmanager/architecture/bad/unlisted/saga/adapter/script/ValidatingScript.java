// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.unlisted.saga.adapter.script;

import org.junit.jupiter.api.Assertions;

/** Brings a library that no fence speaks of. */
public final class ValidatingScript {

  void check(boolean valid) {
    Assertions.assertTrue(valid);
  }
}
