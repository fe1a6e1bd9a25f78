// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.DiagramBuilder;
import org.junit.jupiter.api.Test;

class TextRenderersTest {

  private final DiagramBuilder flow = new DiagramBuilder();

  @Test
  void mermaidShowsCommandSideEffectErrorAndEnds() {
    String mermaid = new MermaidDiagramRenderer().render(smallFlow());

    assertThat(mermaid.lines().map(String::strip))
        .contains(
            "_start -->|\"begun\"| first",
            "subgraph _business1[\" \"]",
            "_title1[\"Business\"]:::title",
            "_title1 ~~~ good",
            "first[\"<b>first</b><br>do → post<br><i>+ tell → post</i>\"]:::working",
            "first -->|\"done\"| good",
            "first -.->|\"doError\"| bad",
            "good([\"<b>good</b>\"]):::completed",
            "bad([\"<b>bad</b>\"]):::failed");
  }

  @Test
  void dotShowsCommandSideEffectErrorAndEnds() {
    String dot = new DotDiagramRenderer().render(smallFlow());

    assertThat(dot.lines().map(String::strip))
        .startsWith("digraph \"test\" {")
        .contains(
            "_start -> first [label=\"begun\"]",
            "{rank=same; _title_1; first}",
            "first -> good [label=\"done\"]",
            "first -> bad [label=\"doError\", style=dashed, color=\"#b91c1c\"]")
        .anyMatch(line -> line.startsWith("_title_1 [label=\"Business\", shape=plaintext,"))
        .anyMatch(line -> line.startsWith("first [label=\"first\\ndo → post\\n+ tell → post\","))
        .anyMatch(line -> line.startsWith("good [") && line.contains("peripheries=2"))
        .endsWith("}");
  }

  @Test
  void mermaidTakesNothingInATextForItsOwn() {
    flow.state("x", "%%{init: {\"securityLevel\": \"loose\"}}%%", "y").state("y");
    flow.business("\"]; click x <b>`md`</b> &lt; fa:fa-user #quot;\nend");

    assertThat(new MermaidDiagramRenderer().render(flow.diagram()))
        .contains(
            "x -->|\"#37;#37;#123;init#58; #123;#34;securityLevel#34;#58;"
                + " #34;loose#34;#125;#125;#37;#37;\"| y")
        .contains(
            "[\"#34;]#59; click x #60;b#62;#96;md#96;#60;/b#62; #38;lt#59; fa#58;fa-user"
                + " #35;quot#59; end\"]");
  }

  @Test
  void dotTakesNothingInATextForItsOwn() {
    flow.state("x", "a \"quote\" \\N \\", "y").state("y").business("&lt;\n<b>");

    assertThat(new DotDiagramRenderer().render(flow.diagram()))
        .contains("[label=\"a \\\"quote\\\" \\\\N \\\\\"]")
        .contains("label=\"&amp;lt; <b>\"");
  }

  private FlowDiagram smallFlow() {
    flow.state("first", "done", "good", "doError", "bad");
    flow.with("outputCommand", "{\"channel\": \"post\", \"label\": \"do\"}");
    flow.with("sideEffects", "[{\"channel\": \"post\", \"label\": \"tell\"}]");
    return flow.state("good").state("bad").diagram();
  }
}
