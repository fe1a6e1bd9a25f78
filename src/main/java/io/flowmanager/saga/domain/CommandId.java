// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

/**
 * The stable id of a command: the saga, the number of the transition that sent it, and its part in
 * that transition. A repeat of the command has the same id, so that participants can drop it.
 *
 * @param part 0 for the output command, 1 and up for the side effects in the order of the file
 */
public record CommandId(SagaId saga, long sequence, int part) {

  @Override
  public String toString() {
    String main = saga + "." + sequence;
    return part == 0 ? main : main + "." + part;
  }
}
