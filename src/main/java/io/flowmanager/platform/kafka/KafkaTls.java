// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/**
 * How a connection is encrypted, as Node's {@code tls.connect} is told.
 *
 * @param ca certificates to trust, PEM, one or more in each text; empty: those that the Java
 *     runtime trusts
 * @param key the client's private key, PEM; needs the certificate
 * @param cert the client's certificate and those that signed it, PEM; needs the key
 * @param passphrase of the key
 * @param rejectUnauthorized whether a broker with an unknown certificate is refused
 * @param servername the name that the broker is asked for and has to prove, in place of its address
 */
public record KafkaTls(
    List<String> ca,
    Optional<String> key,
    Optional<String> cert,
    Optional<String> passphrase,
    boolean rejectUnauthorized,
    Optional<String> servername) {

  private static final String PEM = "PEM";

  /** The properties of the Java client. */
  Map<String, Object> properties() {
    if (key.isPresent() != cert.isPresent()) {
      throw new IllegalArgumentException(
          "ssl.key and ssl.cert must be given together: a certificate is of no use without its"
              + " private key");
    }
    Map<String, Object> properties = new HashMap<>();
    if (!ca.isEmpty()) {
      properties.put("ssl.truststore.type", PEM);
      properties.put("ssl.truststore.certificates", new Password(String.join("\n", ca)));
    }
    key.ifPresent(
        secret -> {
          properties.put("ssl.keystore.type", PEM);
          properties.put("ssl.keystore.key", new Password(PrivateKeyPem.open(secret, passphrase)));
          properties.put("ssl.keystore.certificate.chain", new Password(cert.orElseThrow()));
        });
    if (!rejectUnauthorized || servername.isPresent()) {
      properties.put("ssl.engine.factory.class", NodeSslEngineFactory.class);
      properties.put(NodeSslEngineFactory.REJECT_UNAUTHORIZED, rejectUnauthorized);
      servername.ifPresent(name -> properties.put(NodeSslEngineFactory.SERVERNAME, name));
    }
    return properties;
  }

  /** Shows nothing that may be a secret. */
  @Override
  public String toString() {
    return "KafkaTls[***]";
  }
}
