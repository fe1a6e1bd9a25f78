// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.adapter.diagram.SvgDiagramRenderer;
import io.flowmanager.saga.domain.diagram.FlowDiagram;
import io.flowmanager.saga.domain.diagram.MermaidDiagramRenderer;
import io.flowmanager.testing.DiagramBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the order flow in the documentation are those of today. When the flow or the
 * drawing has changed, {@code ./mvnw test -Dtest=OrderDiagramTest -Ddiagrams.write=true} draws them
 * anew.
 */
class OrderDiagramTest {

  private static final String HINT =
      "%s is stale; draw it anew: ./mvnw test -Dtest=OrderDiagramTest -Ddiagrams.write=true";
  private static final Pattern MERMAID = Pattern.compile("(?s)(?<=```mermaid\n).*?(?=```)");

  private final FlowDiagram order = DiagramBuilder.ofFile(Path.of("examples/order/order.json"));

  @Test
  void pictureOfTheOrderFlowIsUpToDate() throws IOException {
    assertUpToDate(Path.of("docs/images/order-flow.svg"), new SvgDiagramRenderer().render(order));
  }

  @Test
  void mermaidInTheReadmeOfTheExampleIsUpToDate() throws IOException {
    Path readme = Path.of("examples/order/README.md");
    String mermaid = Matcher.quoteReplacement(new MermaidDiagramRenderer().render(order));

    assertUpToDate(readme, MERMAID.matcher(Files.readString(readme)).replaceFirst(mermaid));
  }

  private static void assertUpToDate(Path file, String drawn) throws IOException {
    if (Boolean.getBoolean("diagrams.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, drawn);
    }
    assertThat(file).exists();
    assertThat(Files.readString(file)).as(HINT, file).isEqualTo(drawn);
  }
}
