// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.bare;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/** JSON with factories that are looked up once, bodies as text. */
@Path("/lean")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LeanResource {

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
  private static final LongAdder FINISHED = new LongAdder();

  @POST
  @Path("/saga")
  public String start(String body) {
    JsonObject request = READERS.createReader(new StringReader(body)).readObject();
    request.getString("associatedEntityId");
    request.getJsonObject("metadata");
    return BUILDERS
        .createObjectBuilder()
        .add("sagaId", "order-" + UUID.randomUUID())
        .build()
        .toString();
  }

  @POST
  @Path("/event")
  public String event(String body) {
    JsonObject event = READERS.createReader(new StringReader(body)).readObject();
    String label = event.getJsonObject("value").getString("messageLabel");
    event.getJsonObject("value").getJsonObject("messagePayload");
    if (label.equals("delivered")) {
      FINISHED.increment();
    }
    return BUILDERS
        .createObjectBuilder()
        .add("sagaId", event.getString("key"))
        .add("outcome", "transitioned")
        .add("currentState", label.toUpperCase(Locale.ROOT))
        .build()
        .toString();
  }

  @GET
  @Path("/finished")
  @Produces(MediaType.TEXT_PLAIN)
  public String finished() {
    return FINISHED.toString();
  }
}
