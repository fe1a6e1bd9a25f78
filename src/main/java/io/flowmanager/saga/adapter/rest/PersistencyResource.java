// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.Answers;
import io.flowmanager.platform.rest.Endpoints;
import io.flowmanager.platform.rest.ResourceCall;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.store.ReadSagas;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.SagaId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The sagas of each hosted flow for flow managers with a {@code rest} persistency. Such a flow
 * manager is told one of the three methods, so all three do the same.
 */
@Path("/persistency/{flow}/{sagaId}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Persistency")
public class PersistencyResource {

  private final Endpoints endpoints;
  private final ServedDocuments documents;
  private final ReadSagas sagas;

  /** For the container's proxy; public, since RESTEasy takes no other for a resource. */
  public PersistencyResource() {
    this(null, null, null);
  }

  @Inject
  public PersistencyResource(Endpoints endpoints, ServedDocuments documents, ReadSagas sagas) {
    this.endpoints = endpoints;
    this.documents = documents;
    this.sagas = sagas;
  }

  @GET
  @Operation(summary = "The document of a saga", operationId = "readDocument")
  @APIResponse(responseCode = "200", ref = "SagaDocument")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> read(
      @Parameter(ref = "FlowName") @PathParam("flow") String flow,
      @Parameter(ref = "SagaIdInPath") @PathParam("sagaId") String sagaId,
      @Context UriInfo uri) {
    Flow hosted = documents.flow(flow);
    checkSegment(uri);
    SagaId id = SagaId.find(sagaId).orElseThrow(() -> EngineAnswers.unknown(sagaId));
    return StoreAnswers.of(() -> sagas.find(id), found -> found(hosted, id, found));
  }

  @PUT
  @Operation(summary = "Put a document in the place of a saga", operationId = "putDocument")
  @RequestBody(ref = "SagaDocument")
  @APIResponse(responseCode = "200", ref = "DocumentStored")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> put(
      @Parameter(ref = "FlowName") @PathParam("flow") String flow,
      @Parameter(ref = "SagaIdInPath") @PathParam("sagaId") String sagaId,
      @Context UriInfo uri,
      InputStream body) {
    checkSegment(uri);
    return answer("putDocument", flow, sagaId, body);
  }

  @POST
  @Operation(summary = "The same as PUT", operationId = "postDocument")
  @RequestBody(ref = "SagaDocument")
  @APIResponse(responseCode = "200", ref = "DocumentStored")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> post(
      @Parameter(ref = "FlowName") @PathParam("flow") String flow,
      @Parameter(ref = "SagaIdInPath") @PathParam("sagaId") String sagaId,
      @Context UriInfo uri,
      InputStream body) {
    checkSegment(uri);
    return answer("postDocument", flow, sagaId, body);
  }

  @PATCH
  @Operation(summary = "The same as PUT: the document is whole", operationId = "patchDocument")
  @RequestBody(ref = "SagaDocument")
  @APIResponse(responseCode = "200", ref = "DocumentStored")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> patch(
      @Parameter(ref = "FlowName") @PathParam("flow") String flow,
      @Parameter(ref = "SagaIdInPath") @PathParam("sagaId") String sagaId,
      @Context UriInfo uri,
      InputStream body) {
    checkSegment(uri);
    return answer("patchDocument", flow, sagaId, body);
  }

  private static Response found(Flow flow, SagaId id, Optional<SagaWithHistory> found) {
    return found
        .filter(saga -> saga.saga().flow().equals(flow.name()))
        .map(saga -> ServedDocuments.document(flow).ofContract(saga.saga(), saga.history()))
        .map(Answers::json)
        .orElseGet(() -> Answers.problem(EngineAnswers.unknown(id.value()).problem()));
  }

  /**
   * What follows a semicolon are parameters of the segment (RFC 3986, section 3.3) and no part of
   * the id: two ids would be one.
   */
  private static void checkSegment(UriInfo uri) {
    if (uri.getRequestUri().getRawPath().indexOf(';') >= 0) {
      String detail = "The path has a semicolon. Write one that belongs to the id as %3B.";
      throw new ProblemException(Problem.of(400, "Malformed saga id", detail));
    }
  }

  private CompletionStage<Response> answer(
      String operation, String flow, String sagaId, InputStream body) {
    var call = ResourceCall.of(body).withFlow(flow).withSagaId(sagaId);
    return endpoints.of(operation).answer(call).thenApply(Answers::of);
  }
}
