// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.script;

/**
 * A position in a script's text, as decoded from the flow file.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
public record ScriptPosition(int line, int column) {

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
