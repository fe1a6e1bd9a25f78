// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.rest.NextPage;
import io.flowmanager.platform.rest.QueryParameters;
import io.flowmanager.router.application.message.QuarantineAdministration;
import io.flowmanager.router.application.message.RouterMessage.Input;
import io.flowmanager.router.application.message.RouterMessage.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists, retries and discards Kafka messages that the router could not handle. */
@Path("/router/parked")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Router")
public class QuarantineResource {

  private static final Pattern ID = Pattern.compile("[!-~]{1,100}");

  private final ConfiguredRouter router;
  private final Optional<QuarantineAdministration> quarantine;

  /** For the container's proxy; public, since RESTEasy takes no other for a resource. */
  public QuarantineResource() {
    this(null, Optional.empty());
  }

  @Inject
  public QuarantineResource(
      ConfiguredRouter router, Optional<QuarantineAdministration> quarantine) {
    this.router = router;
    this.quarantine = quarantine;
  }

  @GET
  @Operation(
      summary = "List quarantined messages, a page at a time",
      operationId = "listParkedMessages")
  @Parameter(name = "limit", in = ParameterIn.QUERY, ref = "Limit")
  @Parameter(name = "after", in = ParameterIn.QUERY, ref = "AfterMessage")
  @APIResponse(responseCode = "200", ref = "ParkedMessagePage")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> list(@Context UriInfo uri) {
    QuarantineAdministration tending = tending();
    var parameters = new QueryParameters(uri.getQueryParameters(), Set.of("limit", "after"));
    Optional<String> after = parameters.one("after", QuarantineResource::id);
    int limit = parameters.limit();
    parameters.check();
    var next = new NextPage("/router/parked", uri);
    return RouterAnswers.of(
        () -> tending.list(after, limit), page -> QuarantinePages.page(page, next));
  }

  @POST
  @Path("{id}/retry")
  @Operation(
      summary = "Retry a quarantined message, after the earlier ones of its saga",
      operationId = "retryParkedMessage")
  @APIResponse(responseCode = "200", ref = "MessagesRetried")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> retry(
      @Parameter(ref = "ParkedMessageId") @PathParam("id") String id) {
    QuarantineAdministration tending = tending();
    return RouterAnswers.of(() -> tending.retry(known(id)), QuarantineResource::retried);
  }

  @POST
  @Path("retry")
  @Operation(
      summary = "Retry all quarantined messages of a saga, in their order",
      operationId = "retryParkedMessages")
  @Parameter(name = "kind", in = ParameterIn.QUERY, required = true, ref = "MessageKind")
  @Parameter(name = "saga", in = ParameterIn.QUERY, required = true, ref = "SagaOfMessages")
  @APIResponse(responseCode = "200", ref = "MessagesRetried")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> retryAll(@Context UriInfo uri) {
    QuarantineAdministration tending = tending();
    var parameters = new QueryParameters(uri.getQueryParameters(), Set.of("kind", "saga"));
    Input input = parameters.need("kind", QuarantineResource::input);
    String saga = parameters.need("saga", Function.identity());
    return RouterAnswers.of(
        () -> tending.retryAll(new Queue(input, saga)), QuarantineResource::retried);
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Discard a quarantined message without handling it",
      operationId = "discardParkedMessage")
  @APIResponse(responseCode = "200", description = "The message is discarded.")
  @APIResponse(responseCode = "default", ref = "Problem")
  public CompletionStage<Response> discard(
      @Parameter(ref = "ParkedMessageId") @PathParam("id") String id) {
    QuarantineAdministration tending = tending();
    return RouterAnswers.of(
        () -> tending.discard(known(id)),
        nothing -> JsonText.builders().createObjectBuilder().add("discarded", id).build());
  }

  private QuarantineAdministration tending() {
    router.get();
    return quarantine.orElseThrow();
  }

  private static String id(String text) {
    if (!ID.matcher(text).matches()) {
      throw new IllegalArgumentException("must be the id of a quarantined message");
    }
    return text;
  }

  /** The database is not queried for an id that no message can have. */
  private static String known(String id) {
    if (!ID.matcher(id).matches()) {
      throw QuarantineAdministration.unknown(id);
    }
    return id;
  }

  private static Input input(String text) {
    return Arrays.stream(Input.values())
        .filter(input -> input.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be event or notification"));
  }

  private static JsonValue retried(int count) {
    return JsonText.builders().createObjectBuilder().add("retried", count).build();
  }
}
