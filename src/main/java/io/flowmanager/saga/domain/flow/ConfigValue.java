// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

/**
 * A text in a flow file that may be given in place or by reference to a secret (contract,
 * "Secrets"). Only an adapter that is about to use the text resolves it; {@code toString} never
 * shows a value.
 */
public sealed interface ConfigValue {

  /**
   * The text as it stands in the file. It may be a credential as well, so it is not shown either.
   */
  record Plain(String text) implements ConfigValue {
    @Override
    public String toString() {
      return "Plain[***]";
    }
  }

  /** The text is the content of the file at {@code path}, without one trailing newline. */
  record SecretFile(String path) implements ConfigValue {}
}
