// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OpenExchangesTest {

  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final OpenExchanges exchanges = new OpenExchanges();

  @Test
  void onceClosedNoneBegins() {
    assertThat(exchanges.begin()).isTrue();
    exchanges.close();

    assertThat(exchanges.begin()).isFalse();
    assertThat(exchanges.awaitNone(MOMENT)).as("the first one is still open").isFalse();
  }

  @Test
  void theLastOneToEndEndsTheWait() {
    exchanges.begin();
    exchanges.begin();
    exchanges.close();
    exchanges.end();
    assertThat(exchanges.awaitNone(MOMENT)).isFalse();

    CompletableFuture.runAsync(exchanges::end);

    assertThat(exchanges.awaitNone(LONG)).isTrue();
  }

  @Test
  void withNoneThereIsNothingToWaitFor() {
    exchanges.begin();
    exchanges.end();
    exchanges.close();

    assertThat(exchanges.awaitNone(MOMENT)).isTrue();
  }
}
