// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.rest.Answers;
import io.flowmanager.saga.application.Flow;
import io.flowmanager.saga.domain.flow.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** What a flow tells of itself. */
@ApplicationScoped
public class FlowPages {

  /** RFC 9745: the date since when a resource is deprecated, here the day of its first release. */
  private static final String DEPRECATED_SINCE = "@1795219200";

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
}
