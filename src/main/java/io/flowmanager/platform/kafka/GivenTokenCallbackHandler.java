// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.auth.SaslExtensionsCallback;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerTokenCallback;

/**
 * Passes a token to the client that was fetched elsewhere. The broker decides when the token
 * expires; a new token needs a new client.
 */
public final class GivenTokenCallbackHandler implements AuthenticateCallbackHandler {

  static final String TOKEN = "token";

  /** The last moment of the year 9999, far from every clock and from overflow. */
  private static final long NEVER = 253_402_300_799_999L;

  private String token = "";

  /** For the Kafka client. */
  public GivenTokenCallbackHandler() {}

  @Override
  public void configure(
      Map<String, ?> settings, String mechanism, List<AppConfigurationEntry> entries) {
    token = String.valueOf(entries.get(0).getOptions().get(TOKEN));
  }

  @Override
  public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
    for (Callback callback : callbacks) {
      if (callback instanceof OAuthBearerTokenCallback wanted) {
        wanted.token(new GivenToken(token));
      } else if (!(callback instanceof SaslExtensionsCallback)) {
        throw new UnsupportedCallbackException(callback);
      }
    }
  }

  @Override
  public void close() {
    token = "";
  }

  private record GivenToken(String value) implements OAuthBearerToken {

    @Override
    public Set<String> scope() {
      return Set.of();
    }

    @Override
    public long lifetimeMs() {
      return NEVER;
    }

    @Override
    public String principalName() {
      return "flow-manager";
    }

    @Override
    public Long startTimeMs() {
      return null;
    }

    @Override
    public String toString() {
      return "GivenToken[***]";
    }
  }
}
