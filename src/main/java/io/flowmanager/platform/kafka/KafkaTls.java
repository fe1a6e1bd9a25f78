// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/**
 * TLS settings of a connection, with the meaning of Node's {@code tls.connect}.
 *
 * @param ca trusted certificates, PEM, one or more in each text; empty: those of the Java runtime
 * @param key the client's private key, PEM; needs the certificate
 * @param cert the client's certificate and its chain, PEM; needs the key
 * @param passphrase passphrase of the key
 * @param rejectUnauthorized whether a broker with an untrusted certificate is refused
 * @param servername name for SNI and certificate verification, instead of the broker's address
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
          "ssl.key and ssl.cert must be given together: a certificate needs its" + " private key");
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
