// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.rest.Answers;
import io.flowmanager.platform.rest.NextPage;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.store.ReadSagas;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaDocument;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads sagas of all flows. */
@Path("/sagas")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Sagas")
public class SagasResource {

  private final ReadSagas sagas;
  private final FlowCatalog flows;

  /** For the container's proxy; public, since RESTEasy takes no other for a resource. */
  public SagasResource() {
    this(null, null);
  }

  @Inject
  public SagasResource(ReadSagas sagas, FlowCatalog flows) {
    this.sagas = sagas;
    this.flows = flows;
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a saga with its metadata and history", operationId = "readSaga")
  @APIResponse(responseCode = "200", ref = "Saga")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> find(@Parameter(ref = "SagaId") @PathParam("id") String id) {
    SagaId saga = SagaId.find(id).orElseThrow(() -> EngineAnswers.unknown(id));
    return StoreAnswers.of(() -> sagas.find(saga), found -> found(id, found));
  }

  @GET
  @Operation(summary = "List sagas, newest first, a page at a time", operationId = "listSagas")
  @Parameter(name = "flow", in = ParameterIn.QUERY, ref = "Flow")
  @Parameter(name = "state", in = ParameterIn.QUERY, ref = "State")
  @Parameter(name = "businessState", in = ParameterIn.QUERY, ref = "BusinessState")
  @Parameter(name = "entityId", in = ParameterIn.QUERY, ref = "EntityId")
  @Parameter(name = "final", in = ParameterIn.QUERY, ref = "Final")
  @Parameter(name = "updatedAfter", in = ParameterIn.QUERY, ref = "UpdatedAfter")
  @Parameter(name = "updatedBefore", in = ParameterIn.QUERY, ref = "UpdatedBefore")
  @Parameter(name = "limit", in = ParameterIn.QUERY, ref = "Limit")
  @Parameter(name = "after", in = ParameterIn.QUERY, ref = "After")
  @APIResponse(responseCode = "200", ref = "SagaPage")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> list(@Context UriInfo uri) {
    var query = SagaQueries.parse(uri.getQueryParameters());
    var next = new NextPage("/sagas", uri);
    return StoreAnswers.of(() -> sagas.list(query), page -> page(page, next));
  }

  private Response found(String id, Optional<SagaWithHistory> found) {
    return found
        .map(saga -> Answers.json(document(saga.saga().flow()).full(saga.saga(), saga.history())))
        .orElseGet(() -> Answers.problem(EngineAnswers.unknown(id).problem()));
  }

  private Response page(SagaPage page, NextPage next) {
    var list = JsonText.builders().createArrayBuilder();
    page.sagas().forEach(saga -> list.add(document(saga.flow()).summary(saga)));
    var body = JsonText.builders().createObjectBuilder().add("sagas", list);
    if (page.hasMore()) {
      Saga last = page.sagas().get(page.sagas().size() - 1);
      body.add("next", next.after(last.id().value()));
    }
    return Answers.json(body.build());
  }

  private SagaDocument document(FlowName flow) {
    return new SagaDocument(
        JsonText.values(), flows.find(flow).map(hosted -> hosted.definition().machine()));
  }
}
