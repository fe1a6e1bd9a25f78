// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventIdsTest {

  @Test
  void usualMessageIdStaysAsItIs() {
    assertThat(EventIds.of("ID:414d5120-1").value()).isEqualTo("ID:414d5120-1");
  }

  @Test
  void idThatIsTooLongOrNotAsciiBecomesADigestOfItsOwn() {
    String tooLong = "ID:" + "x".repeat(300);

    assertThat(EventIds.of(tooLong).value()).matches("sha256:[0-9a-f]{64}");
    assertThat(EventIds.of(tooLong)).isEqualTo(EventIds.of(tooLong));
    assertThat(EventIds.of(tooLong)).isNotEqualTo(EventIds.of(tooLong + "y"));
    assertThat(EventIds.of("ID:ü").value()).startsWith("sha256:");
  }
}
