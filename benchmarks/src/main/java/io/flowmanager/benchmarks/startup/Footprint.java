// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process holds.
 *
 * @param liveBytes objects that outlive a full collection
 * @param residentBytes memory that the operating system has given it
 */
record Footprint(long liveBytes, long residentBytes) {

  private static final int KILOBYTE = 1024;
  private static final String JCMD =
      Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

  /** Collects garbage first. */
  static Footprint of(Process process) throws IOException {
    String pid = Long.toString(process.pid());
    String histogram = lastLine(JCMD, pid, "GC.class_histogram");
    String resident = lastLine("ps", "-o", "rss=", "-p", pid);
    return new Footprint(lastNumber(histogram), lastNumber(resident) * KILOBYTE);
  }

  private static long lastNumber(String line) {
    String[] words = line.strip().split("\\s+");
    return Long.parseLong(words[words.length - 1]);
  }

  private static String lastLine(String... command) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    try (var output = builder.start().inputReader()) {
      List<String> lines = output.lines().toList();
      if (lines.isEmpty()) {
        throw new IOException(String.join(" ", command) + " says nothing.");
      }
      return lines.get(lines.size() - 1);
    }
  }
}
