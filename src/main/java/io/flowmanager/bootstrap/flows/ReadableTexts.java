// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.FlowFault;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether the texts of a channel can be read on this machine.
 *
 * @param texts gives the text behind a value
 */
record ReadableTexts(Function<ConfigValue, String> texts) {

  /**
   * @param pointer to the value
   */
  Optional<FlowFault> fault(String pointer, ConfigValue value) {
    try {
      texts.apply(value);
      return Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.of(new FlowFault(pointer, e.getMessage()));
    }
  }
}
