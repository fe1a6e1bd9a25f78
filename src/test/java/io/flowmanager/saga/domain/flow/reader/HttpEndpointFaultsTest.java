// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefusedDespiteSchema;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.HttpEndpoint;
import io.flowmanager.testing.FlowDocuments;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEndpointFaultsTest {

  private static final String REST = "/communicationProtocols/1/configurations";

  private static final String NO_HOST =
      "must be a host of letters, digits, dots, dashes and underscores, such as orders.example,"
          + " or an IP address";

  @Test
  void endpointIsReadWhole() {
    HttpEndpoint endpoint = endpoint(FlowDocuments.complete());

    assertThat(endpoint)
        .isEqualTo(
            new HttpEndpoint(
                "https",
                "stock.example",
                OptionalInt.of(8443),
                "PUT",
                "/commands",
                Map.of(
                    "X-Api-Key",
                    new ConfigValue.SecretFile("/run/key"),
                    "Accept",
                    new ConfigValue.Plain("*/*"))));
  }

  @Test
  void portMayStandBehindTheHost() {
    FlowDocuments flow =
        FlowDocuments.complete().with(REST + "/endpoint", "\"[::1]:81\"").without(REST + "/port");

    assertThat(endpoint(flow).uri()).hasToString("https://[::1]:81/commands");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment_service",
        "_gateway",
        "shop_payment_1",
        "payment_service.shop_net",
        "web.1.9xk2",
        "1a2b3c",
        "orders.example.",
        "10.0.0.1"
      })
  void hostsOfContainerNetworksAreAccepted(String host) {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with(REST + "/endpoint", "\"" + host + ":8080\"")
            .without(REST + "/port");

    assertThat(endpoint(flow).uri()).hasToString("https://" + host + ":8080/commands");
  }

  @ParameterizedTest
  @ValueSource(strings = {".a", "-a", "a-", "a_b@c", "[x]", "é"})
  void hostsThatNoNetworkHasAreFaults(String host) {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with(REST + "/endpoint", "\"" + host + "\"")
            .without(REST + "/port");

    assertRefused(flow, REST + "/endpoint", NO_HOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", "a-.b", "1.2.3.256", "1.2.3", "a_b:0"})
  void hostsThatOnlyLookLikeOnesAreFaults(String host) {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with(REST + "/endpoint", "\"" + host + "\"")
            .without(REST + "/port");

    assertRefusedDespiteSchema(flow, REST + "/endpoint", NO_HOST);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65_535})
  void portsAtTheEndsOfTheRangeAreAccepted(int port) {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/port", String.valueOf(port));

    assertThat(endpoint(flow).port()).hasValue(port);
  }

  @Test
  void wholePortMayBeWrittenWithAFraction() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/port", "80.0");

    assertThat(endpoint(flow).port()).hasValue(80);
  }

  @Test
  void pathIsASlashWhenLeftOut() {
    FlowDocuments flow = FlowDocuments.complete().without(REST + "/path");

    assertThat(endpoint(flow).path()).isEqualTo("/");
  }

  private static HttpEndpoint endpoint(FlowDocuments flow) {
    return ((ChannelDefinition.Rest) accepted(flow).channels().get(1)).endpoint();
  }

  @Test
  void restWithoutProtocolIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(REST + "/protocol");

    assertRefused(flow, REST, "needs the member \"protocol\"");
  }

  @Test
  void unknownProtocolIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/protocol", "\"ftp\"");

    assertRefused(flow, REST + "/protocol", "must be one of http, https, not \"ftp\"");
  }

  @Test
  void restWithoutEndpointIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(REST + "/endpoint");

    assertRefused(flow, REST, "needs the member \"endpoint\"");
  }

  @Test
  void emptyEndpointIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/endpoint", "\"\"");

    assertRefused(flow, REST + "/endpoint", "must not be empty");
  }

  @Test
  void endpointWithSchemeIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/endpoint", "\"http://stock\"");

    assertRefused(
        flow,
        REST + "/endpoint",
        "must be a host only, without a scheme, a path or a trailing slash, such as orders.example");
  }

  @Test
  void endpointWithTrailingSlashIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/endpoint", "\"stock/\"");

    assertRefused(
        flow,
        REST + "/endpoint",
        "must be a host only, without a scheme, a path or a trailing slash, such as orders.example");
  }

  @Test
  void endpointThatIsNoHostIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/endpoint", "\"stock example\"");

    assertRefused(flow, REST + "/endpoint", NO_HOST);
  }

  @Test
  void endpointThatJavaSeesNoHostInIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/endpoint", "\"1.2.3.4.5\"");

    assertRefusedDespiteSchema(flow, REST + "/endpoint", NO_HOST);
  }

  @Test
  void portBehindTheHostBeyondTheRangeIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/communicationProtocols/0/configurations/endpoint", "\"stock:70000\"");

    assertRefusedDespiteSchema(flow, "/communicationProtocols/0/configurations/endpoint", NO_HOST);
  }

  @Test
  void portInBothPlacesIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/endpoint", "\"stock:80\"");

    assertRefused(
        flow,
        REST + "/endpoint",
        "names a port although \"port\" does so too; leave the port out here");
  }

  @Test
  void restWithoutMethodIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(REST + "/method");

    assertRefused(flow, REST, "needs the member \"method\"");
  }

  @Test
  void unknownMethodIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/method", "\"GET\"");

    assertRefused(flow, REST + "/method", "must be one of POST, PUT, PATCH, not \"GET\"");
  }

  @Test
  void methodInLowerCaseIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/method", "\"post\"");

    assertRefused(
        flow,
        REST + "/method",
        "must be one of POST, PUT, PATCH, not \"post\"; did you mean \"POST\"?");
  }

  @Test
  void portZeroIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/port", "0");

    assertRefused(flow, REST + "/port", "must be a whole number from 1 to 65535");
  }

  @Test
  void portAboveTheRangeIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/port", "65536");

    assertRefused(flow, REST + "/port", "must be a whole number from 1 to 65535");
  }

  @Test
  void portWithAFractionIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/port", "80.5");

    assertRefused(flow, REST + "/port", "must be a whole number from 1 to 65535");
  }

  @Test
  void hugePortIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/port", "1e999999");

    assertRefused(flow, REST + "/port", "must be a whole number from 1 to 65535");
  }

  @Test
  void portThatIsAStringIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/port", "\"80\"");

    assertRefused(flow, REST + "/port", "must be a whole number from 1 to 65535, not a string");
  }

  @Test
  void pathThatIsNoStringIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/path", "[]");

    assertRefused(flow, REST + "/path", "must be a string, not a list");
  }

  @Test
  void pathWithASpaceIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/path", "\"/a b\"");

    assertRefused(
        flow,
        REST + "/path",
        "contains a character that an address must not have; percent-encode it, for instance a space as %20");
  }

  @Test
  void pathWithAStrayPercentSignIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/path", "\"/100%\"");

    assertRefused(
        flow,
        REST + "/path",
        "contains a character that an address must not have; percent-encode it, for instance a space as %20");
  }

  @Test
  void headersThatAreNoObjectAreAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/headers", "[]");

    assertRefused(flow, REST + "/headers", "must be an object, not a list");
  }

  @Test
  void headerNameThatIsNoTokenIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/headers/X Key", "\"a\"");

    assertRefused(
        flow,
        REST + "/headers/X Key",
        "has a name that HTTP does not allow: use letters, digits and !#$%&'*+-.^_`|~ only");
  }

  @Test
  void headerValueThatIsANumberIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/headers/Accept", "1");

    assertRefused(
        flow,
        REST + "/headers/Accept",
        "must be a string or a secret reference such as {\"type\": \"file\", \"path\": \"/run/secret\"}, not a number");
  }

  @Test
  void headerValueWithALineBreakIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(REST + "/headers/Accept", "\"a\\nb\"");

    assertRefused(
        flow,
        REST + "/headers/Accept",
        "must not contain line breaks, control characters or characters beyond ISO 8859-1");
  }

  @Test
  void headerSecretWithoutTypeIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete().with(REST + "/headers/Accept", "{\"path\": \"/run/a\"}");

    assertRefused(flow, REST + "/headers/Accept", "needs the member \"type\"");
  }
}
