// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagramTypeTest {

  @Test
  void callerWhoTakesAnythingGetsSvg() {
    assertThat(DiagramType.choose(List.of(MediaType.WILDCARD_TYPE))).contains(DiagramType.SVG);
  }

  @Test
  void browserGetsSvg() {
    List<MediaType> browser =
        List.of(
            MediaType.TEXT_HTML_TYPE,
            new MediaType("image", "avif"),
            MediaType.APPLICATION_XML_TYPE,
            MediaType.WILDCARD_TYPE);

    assertThat(DiagramType.choose(browser)).contains(DiagramType.SVG);
  }

  @Test
  void firstOfTheAcceptedTypesWins() {
    List<MediaType> accepted =
        List.of(new MediaType("text", "vnd.graphviz"), new MediaType("text", "vnd.mermaid"));

    assertThat(DiagramType.choose(accepted)).contains(DiagramType.DOT);
  }

  @Test
  void anyTextIsMermaid() {
    assertThat(DiagramType.choose(List.of(new MediaType("text", "*"))))
        .contains(DiagramType.MERMAID);
  }

  @Test
  void thereIsNoDiagramInJson() {
    assertThat(DiagramType.choose(List.of(MediaType.APPLICATION_JSON_TYPE))).isEmpty();
  }
}
