// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.HttpEndpoint;
import io.flowmanager.saga.domain.flow.PersistenceDefinition;
import io.flowmanager.testing.FlowDocuments;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PersistenceFaultsTest {

  private static final String CONFIGURATIONS = "/persistencyManagement/configurations";
  private static final String SECTION = "/persistencyManagement";
  private static final String MONGO =
      """
      {"type": "mongo", "configurations": {"connectionUri": "mongodb://db", "collectionName": "sagas"}}
      """;
  private static final String CRUD =
      """
      {"type": "crud", "configurations": {"collectionName": "sagas"}}
      """;

  @Test
  void commentsAndNullsAloneStandForTheDefault() {
    FlowDocuments flow =
        FlowDocuments.small().with(SECTION, "{\"$comment\": \"later\", \"type\": null}");

    assertThat(accepted(flow).persistence()).isEqualTo(new PersistenceDefinition.Jpa());
  }

  @Test
  void jpaNeedsNoConfigurations() {
    FlowDocuments flow = FlowDocuments.small().with(SECTION, "{\"type\": \"jpa\"}");

    assertThat(accepted(flow).persistence()).isEqualTo(new PersistenceDefinition.Jpa());
  }

  @Test
  void restIsReadWhole() {
    HttpEndpoint endpoint =
        ((PersistenceDefinition.Rest) accepted(FlowDocuments.complete()).persistence()).endpoint();

    assertThat(endpoint.uri()).hasToString("http://sagas:3000/sagas");
    assertThat(endpoint.headers())
        .containsEntry("Authorization", new ConfigValue.SecretFile("/run/token"));
  }

  @Test
  void mongoIsReadWhole() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with(
                SECTION,
                """
                {
                  "type": "mongo",
                  "configurations": {"connectionUri": {"type": "file", "path": "/run/uri"}, "collectionName": "sagas"}
                }
                """);

    assertThat(accepted(flow).persistence())
        .isEqualTo(
            new PersistenceDefinition.Mongo(new ConfigValue.SecretFile("/run/uri"), "sagas"));
  }

  @Test
  void crudHasDefaults() {
    FlowDocuments flow = FlowDocuments.small().with(SECTION, CRUD);

    assertThat(accepted(flow).persistence())
        .isEqualTo(
            new PersistenceDefinition.Crud(
                "sagas", "http", "crud-service", OptionalInt.of(80), Map.of()));
  }

  @Test
  void persistenceThatIsAStringIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(SECTION, "\"jpa\"");

    assertRefused(flow, SECTION, "must be an object, not a string");
  }

  @Test
  void persistenceWithConfigurationsButWithoutTypeIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(CONFIGURATIONS, "{}");

    assertRefused(flow, SECTION, "needs the member \"type\"");
  }

  @Test
  void unknownPersistenceTypeIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(SECTION + "/type", "\"redis\"");

    assertRefused(flow, SECTION + "/type", "must be one of jpa, rest, mongo, crud, not \"redis\"");
  }

  @Test
  void jpaConfigurationsThatAreNoObjectAreAFault() {
    FlowDocuments flow =
        FlowDocuments.small().with(SECTION, "{\"type\": \"jpa\", \"configurations\": 1}");

    assertRefused(flow, CONFIGURATIONS, "must be an object, not a number");
  }

  @Test
  void restPersistenceWithoutConfigurationsIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(CONFIGURATIONS);

    assertRefused(flow, SECTION, "needs the member \"configurations\"");
  }

  @Test
  void restPersistenceWithoutEndpointIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(CONFIGURATIONS + "/endpoint");

    assertRefused(flow, CONFIGURATIONS, "needs the member \"endpoint\"");
  }

  @Test
  void restPersistenceWithAnUnknownMethodIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(CONFIGURATIONS + "/method", "\"DELETE\"");

    assertRefused(
        flow, CONFIGURATIONS + "/method", "must be one of POST, PUT, PATCH, not \"DELETE\"");
  }

  @Test
  void mongoWithoutConfigurationsIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(SECTION, "{\"type\": \"mongo\"}");

    assertRefused(flow, SECTION, "needs the member \"configurations\"");
  }

  @Test
  void mongoWithoutConnectionUriIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small().with(SECTION, MONGO).without(CONFIGURATIONS + "/connectionUri");

    assertRefused(flow, CONFIGURATIONS, "needs the member \"connectionUri\"");
  }

  @Test
  void emptyConnectionUriIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small().with(SECTION, MONGO).with(CONFIGURATIONS + "/connectionUri", "\"\"");

    assertRefused(flow, CONFIGURATIONS + "/connectionUri", "must not be empty");
  }

  @Test
  void mongoWithoutCollectionNameIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small().with(SECTION, MONGO).without(CONFIGURATIONS + "/collectionName");

    assertRefused(flow, CONFIGURATIONS, "needs the member \"collectionName\"");
  }

  @Test
  void crudWithoutCollectionNameIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small().with(SECTION, CRUD).without(CONFIGURATIONS + "/collectionName");

    assertRefused(flow, CONFIGURATIONS, "needs the member \"collectionName\"");
  }

  @Test
  void crudWithAnUnknownProtocolIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small().with(SECTION, CRUD).with(CONFIGURATIONS + "/protocol", "\"tcp\"");

    assertRefused(flow, CONFIGURATIONS + "/protocol", "must be one of http, https, not \"tcp\"");
  }

  @Test
  void crudWithAHostThatIsNoneIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with(SECTION, CRUD)
            .with(CONFIGURATIONS + "/host", "\"crud service\"");

    assertRefused(
        flow,
        CONFIGURATIONS + "/host",
        "must be a host of letters, digits, dots, dashes and underscores, such as orders.example, or an IP address");
  }

  @Test
  void crudWithTwoPortsIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with(SECTION, CRUD)
            .with(CONFIGURATIONS + "/host", "\"crud:81\"")
            .with(CONFIGURATIONS + "/port", "82");

    assertRefused(
        flow,
        CONFIGURATIONS + "/host",
        "names a port although \"port\" does so too; leave the port out here");
  }

  @Test
  void crudPortBeyondTheRangeIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small().with(SECTION, CRUD).with(CONFIGURATIONS + "/port", "-1");

    assertRefused(flow, CONFIGURATIONS + "/port", "must be a whole number from 1 to 65535");
  }

  @Test
  void crudHeaderThatIsAListIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small().with(SECTION, CRUD).with(CONFIGURATIONS + "/headers", "{\"A\": []}");

    assertRefused(
        flow,
        CONFIGURATIONS + "/headers/A",
        "must be a string or a secret reference such as {\"type\": \"file\", \"path\": \"/run/secret\"}, not a list");
  }
}
