// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader.channel;

import io.flowmanager.saga.domain.flow.FlowWarning;
import io.flowmanager.saga.domain.flow.HttpEndpoint;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where an HTTP call goes, for rest channels and rest persistence. */
public final class EndpointReader {

  public static final List<String> PROTOCOLS = List.of("http", "https");

  private static final List<String> METHODS = List.of("POST", "PUT", "PATCH");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~:/?@!$&'()*+,;=%-]*");
  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final AuthorityReader authorityReader = new AuthorityReader();
  private final HeaderReader headerReader = new HeaderReader();

  public HttpEndpoint read(Members members) {
    String protocol = members.oneOf("protocol", PROTOCOLS);
    AuthorityReader.Authority authority = authorityReader.read(members, members.need("endpoint"));
    String method = members.oneOf("method", METHODS);
    String path = members.find("path").flatMap(EndpointReader::path).orElse("/");
    return new HttpEndpoint(
        protocol, authority.host(), authority.port(), method, path, headerReader.read(members));
  }

  private static Optional<String> path(Node node) {
    Optional<String> path = node.string();
    path.ifPresent(text -> check(node, text));
    return path.map(text -> text.startsWith("/") ? text : "/" + text);
  }

  private static void check(Node node, String path) {
    if (!PATH.matcher(path).matches() || STRAY_PERCENT.matcher(path).find()) {
      node.fault(
          "contains a character that an address must not have; percent-encode it, for instance a"
              + " space as %20");
    } else if (!path.startsWith("/")) {
      node.warn(FlowWarning.Kind.RELATIVE_PATH, "should begin with a slash; one is put in front");
    }
  }
}
