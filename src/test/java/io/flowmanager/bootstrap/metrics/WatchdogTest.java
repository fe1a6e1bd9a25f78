// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.concurrent.Standstill;
import io.flowmanager.testing.RecordingLog;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final RecordingLog log = new RecordingLog(Level.INFO);
  private final List<Standstill> found = new ArrayList<>();
  private final Watchdog watchdog = new Watchdog(LIMIT, this::parts, log);

  private List<Standstill> parts(Duration limit) {
    assertThat(limit).isEqualTo(LIMIT);
    return List.copyOf(found);
  }

  @Test
  void whileAllComesForwardThereIsNothingToSay() {
    assertThat(watchdog.look()).isEmpty();
    assertThat(log.messages()).isEmpty();
  }

  @Test
  void whatStandsStillIsLoggedOnceWithItsStack() {
    found.add(lane());

    assertThat(watchdog.look()).containsExactly("lane-1");
    assertThat(watchdog.look()).containsExactly("lane-1");

    assertThat(log.messages())
        .singleElement()
        .asString()
        .contains("lane-1 has made no progress for 31 s")
        .contains("at io.flowmanager.Somewhere.wait(Somewhere.java:7)");
  }

  @Test
  void whatGoesOnIsLoggedAndMayStandStillAgain() {
    found.add(lane());
    watchdog.look();
    found.clear();
    assertThat(watchdog.look()).isEmpty();
    found.add(lane());
    watchdog.look();

    assertThat(log.messages()).hasSize(3).element(1).isEqualTo("lane-1 makes progress again.");
  }

  @Test
  void partWhoseThreadHasEndedIsNamedWithoutAStack() {
    found.add(new Standstill("relay", LIMIT, List.of()));

    watchdog.look();

    assertThat(log.messages()).singleElement().asString().contains("relay").contains("has ended");
  }

  private static Standstill lane() {
    var frame = new StackTraceElement("io.flowmanager.Somewhere", "wait", "Somewhere.java", 7);
    return new Standstill("lane-1", Duration.ofSeconds(31), List.of(frame));
  }
}
