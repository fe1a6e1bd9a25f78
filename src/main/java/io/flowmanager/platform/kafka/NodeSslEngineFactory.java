// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.security.auth.SslEngineFactory;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * Adds options of Node's {@code tls.connect} that the Java client lacks: {@code rejectUnauthorized:
 * false} accepts any certificate, {@code servername} verifies another name than the address. The
 * client does the rest.
 */
public final class NodeSslEngineFactory implements SslEngineFactory {

  static final String REJECT_UNAUTHORIZED = "flow-manager.tls.reject-unauthorized";
  static final String SERVERNAME = "flow-manager.tls.servername";

  private final DefaultSslEngineFactory usual = new DefaultSslEngineFactory();
  private SSLContext trustsAll;
  private String servername;

  /** For the Kafka client. */
  public NodeSslEngineFactory() {}

  @Override
  public void configure(Map<String, ?> settings) {
    usual.configure(settings);
    servername = (String) settings.get(SERVERNAME);
    if (Boolean.FALSE.equals(settings.get(REJECT_UNAUTHORIZED))) {
      trustsAll = trustsAll(usual.keystore());
    }
  }

  @Override
  public SSLEngine createClientSslEngine(String host, int port, String identification) {
    String name = servername == null ? host : servername;
    if (trustsAll == null) {
      return usual.createClientSslEngine(name, port, identification);
    }
    SSLEngine engine = trustsAll.createSSLEngine(name, port);
    engine.setUseClientMode(true);
    return engine;
  }

  private static SSLContext trustsAll(KeyStore keys) {
    try {
      var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), new TrustManager[] {new AnyCertificate()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new KafkaException("The keys for TLS cannot be used", e);
    }
  }

  @Override
  public SSLEngine createServerSslEngine(String host, int port) {
    throw new UnsupportedOperationException("This client accepts no connections.");
  }

  @Override
  public boolean shouldBeRebuilt(Map<String, Object> settings) {
    return usual.shouldBeRebuilt(settings);
  }

  @Override
  public Set<String> reconfigurableConfigs() {
    return usual.reconfigurableConfigs();
  }

  @Override
  public KeyStore keystore() {
    return usual.keystore();
  }

  @Override
  public KeyStore truststore() {
    return usual.truststore();
  }

  @Override
  public void close() {
    usual.close();
  }

  /**
   * Accepts any certificate, because the operator configured it. It extends the extended class, so
   * that names are not verified either.
   */
  private static final class AnyCertificate extends X509ExtendedTrustManager {

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
      // any
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
      // any
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      // any
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
      throw nobodyServes();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
      throw nobodyServes();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      throw nobodyServes();
    }

    private static UnsupportedOperationException nobodyServes() {
      return new UnsupportedOperationException("This client accepts no connections.");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
