// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.saga.domain.diagram.DiagramFormat;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The media types of diagrams; the first one is the default. */
enum DiagramType {
  SVG(DiagramFormat.SVG, "image", "svg+xml"),
  MERMAID(DiagramFormat.MERMAID, "text", "vnd.mermaid"),
  DOT(DiagramFormat.DOT, "text", "vnd.graphviz");

  private final DiagramFormat format;
  private final MediaType type;

  DiagramType(DiagramFormat format, String type, String subtype) {
    this.format = format;
    this.type = new MediaType(type, subtype, "UTF-8");
  }

  /**
   * The type to answer with, if there is one.
   *
   * @param accepted media types that the caller accepts, best first
   */
  static Optional<DiagramType> choose(List<MediaType> accepted) {
    return accepted.stream().flatMap(DiagramType::matching).findFirst();
  }

  private static Stream<DiagramType> matching(MediaType accepted) {
    return Stream.of(values()).filter(diagram -> accepted.isCompatible(diagram.type));
  }

  DiagramFormat format() {
    return format;
  }

  MediaType type() {
    return type;
  }
}
