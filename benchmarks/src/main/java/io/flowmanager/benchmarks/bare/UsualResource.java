// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.bare;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/**
 * JSON as most resources have it: bodies by the entity provider, answers by {@code Json}'s static
 * methods.
 */
@Path("/usual")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class UsualResource {

  private static final LongAdder FINISHED = new LongAdder();

  @POST
  @Path("/saga")
  public JsonObject start(JsonObject request) {
    request.getString("associatedEntityId");
    request.getJsonObject("metadata");
    return Json.createObjectBuilder().add("sagaId", "order-" + UUID.randomUUID()).build();
  }

  @POST
  @Path("/event")
  public JsonObject event(JsonObject event) {
    String label = event.getJsonObject("value").getString("messageLabel");
    event.getJsonObject("value").getJsonObject("messagePayload");
    if (label.equals("delivered")) {
      FINISHED.increment();
    }
    return Json.createObjectBuilder()
        .add("sagaId", event.getString("key"))
        .add("outcome", "transitioned")
        .add("currentState", label.toUpperCase(Locale.ROOT))
        .build();
  }

  @GET
  @Path("/finished")
  @Produces(MediaType.TEXT_PLAIN)
  public String finished() {
    return FINISHED.toString();
  }
}
