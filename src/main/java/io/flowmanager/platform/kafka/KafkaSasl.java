// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;

/**
 * Credentials for a cluster.
 *
 * @param mechanism plain, scram-sha-256, scram-sha-512 or oauthbearer, in any case
 * @param username for oauthbearer: the client id, if the token comes from an endpoint
 * @param password for oauthbearer: the token, or the client secret if the token comes from an
 *     endpoint
 */
public record KafkaSasl(String mechanism, Optional<String> username, Optional<String> password) {

  private static final String MODULES = "org.apache.kafka.common.security.";
  private static final String ENDPOINT = "sasl.oauthbearer.token.endpoint.url";

  /** The properties of the Java client. */
  Map<String, Object> properties(Set<String> further) {
    Map<String, Object> properties = new HashMap<>();
    String name = mechanism.toUpperCase(Locale.ROOT);
    properties.put("sasl.mechanism", name);
    switch (name) {
      case "PLAIN" -> login(properties, "plain.PlainLoginModule", credentials());
      case "SCRAM-SHA-256", "SCRAM-SHA-512" ->
          login(properties, "scram.ScramLoginModule", credentials());
      case "OAUTHBEARER" -> tokens(properties, further.contains(ENDPOINT));
      default ->
          throw new IllegalArgumentException("There is no SASL mechanism \"" + mechanism + "\"");
    }
    return properties;
  }

  private Map<String, String> credentials() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("username", username.orElse(""));
    options.put("password", password.orElse(""));
    return options;
  }

  private void tokens(Map<String, Object> properties, boolean fromEndpoint) {
    Map<String, String> options = new LinkedHashMap<>();
    if (fromEndpoint) {
      properties.put("sasl.login.callback.handler.class", OAuthBearerLoginCallbackHandler.class);
      username.ifPresent(id -> properties.put("sasl.oauthbearer.client.credentials.client.id", id));
      password.ifPresent(
          secret ->
              properties.put(
                  "sasl.oauthbearer.client.credentials.client.secret", new Password(secret)));
    } else {
      String token =
          password.orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "oauthbearer needs the token in sasl.password, or the address of an endpoint"
                          + " for tokens in the client property "
                          + ENDPOINT));
      options.put(GivenTokenCallbackHandler.TOKEN, token);
      properties.put("sasl.login.callback.handler.class", GivenTokenCallbackHandler.class);
    }
    login(properties, "oauthbearer.OAuthBearerLoginModule", options);
  }

  private static void login(
      Map<String, Object> properties, String module, Map<String, String> options) {
    properties.put("sasl.jaas.config", new Password(JaasEntry.of(MODULES + module, options)));
  }

  /** Shows nothing that may be a secret. */
  @Override
  public String toString() {
    return "KafkaSasl[" + mechanism + "]";
  }
}
