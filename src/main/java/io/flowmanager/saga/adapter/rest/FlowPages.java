// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.Answers;
import io.flowmanager.saga.application.flow.DrawDiagram;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.domain.diagram.DiagramTooLargeException;
import io.flowmanager.saga.domain.flow.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pages about a hosted flow. */
@ApplicationScoped
public class FlowPages {

  /** RFC 9745: the date since when a resource is deprecated, here the day of its first release. */
  private static final String DEPRECATED_SINCE = "@1795219200";

  private static final String DIAGRAM_TYPES =
      "A diagram is available as image/svg+xml, text/vnd.mermaid or text/vnd.graphviz.";

  private final DrawDiagram drawDiagram;

  /** For the container's proxy. */
  protected FlowPages() {
    this(null);
  }

  @Inject
  public FlowPages(DrawDiagram drawDiagram) {
    this.drawDiagram = drawDiagram;
  }

  Response machineDefinition(Flow flow) {
    return Answers.json(flow.definition().document().getJsonObject("machineDefinition"));
  }

  Response findings(Flow flow) {
    return Answers.json(flow.findings().toJson(JsonText.builders()));
  }

  Response configuration(Flow flow) {
    Response answer =
        Answers.json(new Redaction(JsonText.builders()).redact(flow.definition().document()));
    return Response.fromResponse(answer).header("Deprecation", DEPRECATED_SINCE).build();
  }

  /**
   * The diagram of the flow. Its texts come from a file: the policy header keeps a browser from
   * doing anything but showing it.
   *
   * @param accepted media types that the caller accepts, best first
   */
  Response diagram(Flow flow, List<MediaType> accepted) {
    DiagramType type = DiagramType.choose(accepted).orElseThrow(() -> notAcceptable(DIAGRAM_TYPES));
    try {
      byte[] text = drawDiagram.handle(flow, type.format()).getBytes(StandardCharsets.UTF_8);
      return Response.ok(text, type.type())
          .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
          .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
          .header("X-Content-Type-Options", "nosniff")
          .build();
    } catch (DiagramTooLargeException e) {
      throw notAcceptable(e.getMessage());
    }
  }

  private static ProblemException notAcceptable(String detail) {
    return new ProblemException(Problem.of(406, "Not acceptable", detail));
  }
}
