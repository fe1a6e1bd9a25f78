// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

/**
 * Writes a diagram in one language.
 *
 * <p>The same diagram gives the same text, to the byte, in every process. Ids and descriptions come
 * from a flow file and may hold anything: whatever they are, the result is well-formed, shows them
 * as text and does nothing else. Implementers are safe for any number of threads.
 */
public interface DiagramRenderer {

  /**
   * The diagram's text, lines ended by {@code \n}.
   *
   * @throws DiagramTooLargeException when drawing it would take too long
   */
  String render(FlowDiagram diagram);
}
