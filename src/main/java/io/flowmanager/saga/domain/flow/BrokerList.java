// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Brokers as users write them: separated by commas, and with a scheme that is ignored (contract,
 * "brokers").
 */
public final class BrokerList {

  private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);

  private BrokerList() {}

  /** The addresses in the text, without a scheme; there may be none. */
  public static List<String> of(String text) {
    return Arrays.stream(text.split(","))
        .map(broker -> SCHEME.matcher(broker.strip()).replaceFirst(""))
        .filter(address -> !address.isEmpty())
        .toList();
  }
}
