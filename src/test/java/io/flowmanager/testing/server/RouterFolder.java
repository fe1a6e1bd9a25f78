// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The settings and the rules file of a router for tests. Sub flows are {@code identification} and
 * {@code payment}; metadata choose them by {@code type}.
 */
public record RouterFolder(Path path) {

  private static final String RULES =
      """
      [
        {"id": "identification", "info": {"flowManagerUrl": "%s", "crudServiceUrl": "%s"},
         "rules": {"type": "identification"}},
        {"id": "payment", "info": {"flowManagerUrl": "%s", "crudServiceUrl": "%s"},
         "rules": {"type": "payment", "contract": {"country": "IT"}}}
      ]
      """;

  private static final Map<String, String> USUAL =
      Map.of(
          "MAIN_FLOW_ID_KEY", "mainSagaId",
          "SUB_FLOW_ID_KEY", "subSagaId",
          "MAIN_FLOW_DATA_KEY", "forMain",
          "SUB_FLOW_CREATED_EVENT", "subFlowCreated",
          "ARRAY_MERGE_MODE", "SHA",
          "MAX_RETRIES", "3",
          "RETRIES_DELAY_MS", "50",
          "FLOW_MANAGER_ROUTER_TIMEOUT", "PT2S",
          "FLOW_MANAGER_ROUTER_FIRST_RETRY", "PT0.5S");

  /** Where a flow is sent to and read. */
  public record Place(String flowManager, String sagas) {

    /** A flow of the router's own server. */
    public static Place hosted(String flow) {
      return new Place("flow:" + flow, "flow:" + flow);
    }

    /** A flow that another server plays at its root. */
    public static Place at(PackagedServer server, String flow) {
      String base = server.baseUri().toString();
      return new Place(base, base + "crud/" + flow);
    }
  }

  /** Writes the rules and answers the settings that make a server the router of those flows. */
  public Map<String, String> settings(Place main, Place identification, Place payment) {
    Map<String, String> settings = new HashMap<>(USUAL);
    settings.put("SUB_FLOW_CONFIGURATION_FILE_PATH", rules(identification, payment).toString());
    settings.put("MAIN_FLOW_MANAGER_URL", main.flowManager());
    settings.put("MAIN_SAGA_CRUD_URL", main.sagas());
    return settings;
  }

  private Path rules(Place identification, Place payment) {
    String text =
        RULES.formatted(
            identification.flowManager(),
            identification.sagas(),
            payment.flowManager(),
            payment.sagas());
    try {
      Files.createDirectories(path);
      return Files.writeString(path.resolve("rules.json"), text).toAbsolutePath();
    } catch (IOException fault) {
      throw new UncheckedIOException("The rules cannot be written", fault);
    }
  }
}
