// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.kafka;

/** The listeners of a {@link KafkaBroker}, each on a port of its own. */
public enum BrokerListener {
  PLAIN("PLAINTEXT"),
  SASL("SASL_PLAINTEXT"),
  TLS("SSL"),
  /** Asks its callers for a certificate. */
  MUTUAL_TLS("SSL"),
  SASL_TLS("SASL_SSL");

  private final String protocol;

  BrokerListener(String protocol) {
    this.protocol = protocol;
  }

  /** The name of the security protocol, as clients call it. */
  public String protocol() {
    return protocol;
  }

  boolean asksForPasswords() {
    return protocol.startsWith("SASL");
  }

  boolean isEncrypted() {
    return protocol.endsWith("SSL");
  }
}
