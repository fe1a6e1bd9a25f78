// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.Answers;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.store.ReadSagas;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.SagaDocument;
import io.flowmanager.saga.domain.SagaId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Serves the sagas of each hosted flow as a CRUD service does, read only. A router can read sagas
 * here, so no such service is needed.
 */
@Path("/crud/{flow}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Sagas")
public class CrudResource {

  private final ReadSagas sagas;
  private final RequestedFlows flows;

  /** For the container's proxy; public, since RESTEasy takes no other for a resource. */
  public CrudResource() {
    this(null, null);
  }

  @Inject
  public CrudResource(ReadSagas sagas, RequestedFlows flows) {
    this.sagas = sagas;
    this.flows = flows;
  }

  @GET
  @Operation(
      summary = "Read a saga of the flow, in an array as CRUD services answer",
      operationId = "crudRead")
  @APIResponse(responseCode = "200", ref = "SagaArray")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> read(
      @Parameter(ref = "FlowName") @PathParam("flow") String flow,
      @Parameter(ref = "SagaIdQuery") @QueryParam("sagaId") String sagaId,
      @Parameter(hidden = true) @QueryParam("sagaid") String sagaid) {
    Flow hosted = flows.named(flow);
    String id =
        Optional.ofNullable(sagaId).or(() -> Optional.ofNullable(sagaid)).orElseThrow(this::noId);
    return StoreAnswers.of(() -> read(hosted, id), Answers::json);
  }

  private CompletionStage<JsonArray> read(Flow flow, String id) {
    return SagaId.find(id)
        .map(sagas::find)
        .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()))
        .thenApply(found -> array(flow, found));
  }

  private static JsonArray array(Flow flow, Optional<SagaWithHistory> found) {
    var array = JsonText.builders().createArrayBuilder();
    var document = new SagaDocument(JsonText.values(), Optional.of(flow.definition().machine()));
    found
        .filter(saga -> saga.saga().flow().equals(flow.name()))
        .ifPresent(saga -> array.add(document.full(saga.saga(), saga.history())));
    return array.build();
  }

  private ProblemException noId() {
    String detail =
        "The query parameter sagaId is required: /crud/{flow}/?sagaId=… ."
            + " GET /sagas lists sagas.";
    return new ProblemException(Problem.of(400, "Malformed query", detail));
  }
}
