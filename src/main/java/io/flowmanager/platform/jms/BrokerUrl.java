// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * The URL of one or more brokers. The Artemis client takes hosts from a {@link java.net.URI}, which
 * finds no host in a name with an underscore, as container networks use them. So the client first
 * gets a substitute name, which is replaced afterwards.
 */
record BrokerUrl(String text) {

  private static final Pattern HOST = Pattern.compile("(?<=tcp://)[A-Za-z0-9_.-]+");

  /**
   * @throws RuntimeException if the client does not accept the URL
   */
  ActiveMQConnectionFactory factory() {
    Map<String, String> hosts = new HashMap<>();
    String readable = HOST.matcher(text).replaceAll(match -> standIn(match, hosts));
    var factory = new ActiveMQConnectionFactory(readable);
    for (TransportConfiguration transport : factory.getStaticConnectors()) {
      transport
          .getParams()
          .computeIfPresent(
              "host", (key, host) -> hosts.getOrDefault(host.toString(), host.toString()));
    }
    return factory;
  }

  private static String standIn(MatchResult match, Map<String, String> hosts) {
    String name = "stand-in-" + hosts.size() + ".invalid";
    hosts.put(name, match.group());
    return name;
  }
}
