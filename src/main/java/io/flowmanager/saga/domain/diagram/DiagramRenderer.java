// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

/**
 * Writes a diagram in one format.
 *
 * <p>Equal diagrams give byte-identical texts in every process. Ids and descriptions come from a
 * flow file and may contain anything: the result is always well-formed and shows them as text only.
 * Implementations are thread-safe.
 */
public interface DiagramRenderer {

  /**
   * The diagram's text, with {@code } as line ends.
   *
   * @throws DiagramTooLargeException if drawing it would take too long
   */
  String render(FlowDiagram diagram);
}
