// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import io.flowmanager.saga.application.RelaySettings;
import java.time.Duration;

/** Settings for tests that are not about them. */
public final class TestSettings {

  public static final RelaySettings RELAY =
      new RelaySettings(
          Duration.ofSeconds(15),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Duration.ofSeconds(8),
          100,
          10);

  private TestSettings() {}
}
