// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

/** A flow has more states or arrows than can be laid out in reasonable time. */
public final class DiagramTooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DiagramTooLargeException(String sentence) {
    super(sentence);
  }
}
