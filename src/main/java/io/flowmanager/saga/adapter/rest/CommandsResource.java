// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.Answers;
import io.flowmanager.platform.rest.NextPage;
import io.flowmanager.platform.rest.QueryParameters;
import io.flowmanager.saga.application.outbox.BlockedCommand;
import io.flowmanager.saga.application.outbox.BlockedCommandAdministration;
import io.flowmanager.saga.application.outbox.BlockedPage;
import io.flowmanager.saga.application.outbox.BlockedQuery;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaDocument;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists and retries blocked commands, whose hook failed. */
@Path("/commands")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Commands")
public class CommandsResource {

  private static final Set<String> LISTING = Set.of("flow", "limit", "after");

  private final BlockedCommandAdministration blocked;

  /** For the container's proxy; public, since RESTEasy takes no other for a resource. */
  public CommandsResource() {
    this(null);
  }

  @Inject
  public CommandsResource(BlockedCommandAdministration blocked) {
    this.blocked = blocked;
  }

  @GET
  @Path("blocked")
  @Operation(
      summary = "List blocked commands, a page at a time",
      operationId = "listBlockedCommands")
  @Parameter(name = "flow", in = ParameterIn.QUERY, ref = "FlowOfCommands")
  @Parameter(name = "limit", in = ParameterIn.QUERY, ref = "Limit")
  @Parameter(name = "after", in = ParameterIn.QUERY, ref = "AfterCommand")
  @APIResponse(responseCode = "200", ref = "BlockedCommandPage")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> list(@Context UriInfo uri) {
    var parameters = new QueryParameters(uri.getQueryParameters(), LISTING);
    var query =
        new BlockedQuery(
            parameters.one("flow", FlowName::new),
            parameters.one("after", CommandsResource::commandId),
            parameters.limit());
    parameters.check();
    var next = new NextPage("/commands/blocked", uri);
    return StoreAnswers.of(() -> blocked.list(query), page -> page(page, next));
  }

  @POST
  @Path("{id}/retry")
  @Operation(summary = "Retry a blocked command", operationId = "retryCommand")
  @APIResponse(responseCode = "202", ref = "CommandsRetried")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> retry(@Parameter(ref = "CommandId") @PathParam("id") String id) {
    CommandId command = CommandId.find(id).orElseThrow(() -> new ProblemException(notBlocked(id)));
    return StoreAnswers.of(
        () -> blocked.retry(command),
        found -> found ? retried(1) : Answers.problem(notBlocked(id)));
  }

  @POST
  @Path("blocked/retry")
  @Operation(summary = "Retry all blocked commands of a flow", operationId = "retryBlockedCommands")
  @Parameter(name = "flow", in = ParameterIn.QUERY, required = true, ref = "FlowOfCommands")
  @APIResponse(responseCode = "202", ref = "CommandsRetried")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> retryAll(@Context UriInfo uri) {
    var parameters = new QueryParameters(uri.getQueryParameters(), Set.of("flow"));
    FlowName flow = parameters.need("flow", FlowName::new);
    return StoreAnswers.of(() -> blocked.retryAll(flow), CommandsResource::retried);
  }

  private static CommandId commandId(String text) {
    return CommandId.find(text)
        .orElseThrow(() -> new IllegalArgumentException("must be the id of a command"));
  }

  private static Problem notBlocked(String id) {
    String detail =
        "There is no blocked command \"" + id + "\". It may have been delivered already.";
    return Problem.of(404, "Unknown command", detail);
  }

  private static Response retried(int count) {
    JsonObject body = JsonText.builders().createObjectBuilder().add("retried", count).build();
    return Response.fromResponse(Answers.json(body)).status(Response.Status.ACCEPTED).build();
  }

  private static Response page(BlockedPage page, NextPage next) {
    List<BlockedCommand> commands = page.commands();
    var list = JsonText.builders().createArrayBuilder();
    commands.forEach(command -> list.add(json(command)));
    var body = JsonText.builders().createObjectBuilder().add("commands", list);
    if (page.hasMore()) {
      body.add("next", next.after(commands.get(commands.size() - 1).id().toString()));
    }
    return Answers.json(body.build());
  }

  private static JsonObject json(BlockedCommand command) {
    return JsonText.builders()
        .createObjectBuilder()
        .add("commandId", command.id().toString())
        .add("sagaId", command.id().saga().value())
        .add("flow", command.flow().value())
        .add("state", command.state())
        .add("channel", command.channel())
        .add("messageLabel", command.label())
        .add("blockedBy", command.version().value())
        .add("blockedAt", SagaDocument.time(command.since()))
        .add("reason", command.reason())
        .build();
  }
}
