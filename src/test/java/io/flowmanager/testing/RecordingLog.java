// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import java.lang.System.Logger;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;

/** A log that keeps what is written to it, from a level on. */
public final class RecordingLog implements Logger {

  private record Line(String message, Throwable failure) {}

  private final Level from;
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  public RecordingLog(Level from) {
    this.from = from;
  }

  public List<String> messages() {
    return lines.stream().map(Line::message).toList();
  }

  public List<Throwable> failures() {
    return lines.stream().map(Line::failure).filter(Objects::nonNull).toList();
  }

  @Override
  public String getName() {
    return "recording";
  }

  @Override
  public boolean isLoggable(Level level) {
    return level.compareTo(from) >= 0;
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String message, Throwable failure) {
    if (isLoggable(level)) {
      lines.add(new Line(message, failure));
    }
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String format, Object... values) {
    if (isLoggable(level)) {
      lines.add(new Line(format, null));
    }
  }
}
