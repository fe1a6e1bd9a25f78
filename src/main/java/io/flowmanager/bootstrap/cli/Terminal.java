// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import java.io.PrintStream;

/**
 * Where a subcommand prints to.
 *
 * @param out what was asked for
 * @param err what went wrong
 */
record Terminal(PrintStream out, PrintStream err) {

  void print(String line) {
    out.println(line);
  }

  /** Writes over the line that was written so before. */
  void again(String line) {
    out.print("\r" + line);
    out.flush();
  }

  void complain(String line) {
    err.println(line);
  }

  void flush() {
    out.flush();
    err.flush();
  }

  /** Writes a text that is for programs: as it is, whatever the encoding of the stream. */
  void write(byte[] bytes) {
    out.write(bytes, 0, bytes.length);
    out.println();
  }
}
