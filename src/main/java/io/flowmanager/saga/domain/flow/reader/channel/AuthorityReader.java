// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader.channel;

import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the host and the port of an HTTP address. The port may stand behind the host instead of in
 * {@code port}.
 */
public final class AuthorityReader {

  private static final int LONGEST = 260;

  /** Underscores are no part of DNS, but usual in the names of container networks. */
  private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";

  private static final Pattern HOST =
      Pattern.compile(
          "(?<name>\\[[0-9A-Fa-f:.]+]|"
              + (LABEL + "(?:\\." + LABEL + ")*\\.?")
              + ")(?::(?<port>[0-9]{1,5}))?");

  private static final Pattern ADDRESS = Pattern.compile("\\[.*|[0-9]+(?:\\.[0-9]+)+\\.?");

  public record Authority(String host, OptionalInt port) {}

  public Authority read(Members members, Optional<Node> host) {
    Optional<Integer> port = members.find("port").flatMap(Node::port);
    Optional<Matcher> written = host.flatMap(AuthorityReader::match);
    Optional<Integer> behindHost = written.map(match -> match.group("port")).map(Integer::valueOf);
    if (port.isPresent() && behindHost.isPresent()) {
      host.get().fault("names a port although \"port\" does so too; leave the port out here");
    }
    OptionalInt chosen = port.or(() -> behindHost).map(OptionalInt::of).orElse(OptionalInt.empty());
    return new Authority(written.map(match -> match.group("name")).orElse(""), chosen);
  }

  private static Optional<Matcher> match(Node node) {
    Optional<String> text = node.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().contains("/")) {
      node.fault(
          "must be a host only, without a scheme, a path or a trailing slash, such as orders.example");
      return Optional.empty();
    }
    Matcher matcher = HOST.matcher(text.get());
    if (text.get().length() > LONGEST || !matcher.matches() || !isHost(matcher)) {
      node.fault(
          "must be a host of letters, digits, dots, dashes and underscores, such as orders.example,"
              + " or an IP address");
      return Optional.empty();
    }
    return Optional.of(matcher);
  }

  private static boolean isHost(Matcher matcher) {
    String port = matcher.group("port");
    if (port != null && (Integer.parseInt(port) == 0 || Integer.parseInt(port) > 65_535)) {
      return false;
    }
    String name = matcher.group("name");
    return !ADDRESS.matcher(name).matches() || isAddress(name);
  }

  private static boolean isAddress(String name) {
    try {
      return new URI("http://" + name).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
