// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A broker with a URL, connected with the client of Apache Artemis. Each connection has its own
 * client with few threads, which end with the connection.
 */
public final class ArtemisBroker implements Broker {

  private static final Pattern URL =
      Pattern.compile("\\(?tcp://(\\[[0-9a-fA-F:.]+]|[^/:?,@\\s\\[]+)(:\\d+)?([/?,)].*)?");
  private static final Pattern PARAMETERS = Pattern.compile("[?].*");

  private static final Duration CHECK_OF_THE_CLIENT =
      Duration.ofMillis(ActiveMQClient.DEFAULT_CLIENT_FAILURE_CHECK_PERIOD);

  /**
   * A sender without credit waits for the broker until the client detects that the broker does not
   * respond: after two checks at the latest.
   */
  private static final int CALLS_PER_CHECK = 2;

  private final String url;
  private final String shownUrl;
  private final Supplier<Credentials> credentials;
  private final Duration callTimeout;

  /**
   * @param credentials called for each connection
   * @param callTimeout how long the broker may take to answer a call
   */
  public ArtemisBroker(String url, Supplier<Credentials> credentials, Duration callTimeout) {
    this.url = url;
    this.shownUrl = PARAMETERS.matcher(url).replaceAll("");
    this.credentials = credentials;
    this.callTimeout = callTimeout;
  }

  @Override
  public String address() {
    return shownUrl;
  }

  /**
   * What is wrong with the URL, as a sentence that does not quote it, because it may contain a
   * password.
   */
  public static Optional<String> fault(String url) {
    if (!URL.matcher(url).matches()) {
      return Optional.of("must be such as \"tcp://broker.example:61616\"");
    }
    try {
      new BrokerUrl(url).factory().close();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(
          "is no URL that the Artemis client understands; begin with one such as"
              + " \"tcp://broker.example:61616\" and add parameters one by one");
    }
  }

  @Override
  public BrokerConnection connect(Runnable lost) throws JMSException {
    Credentials who = who();
    var client = new ArtemisClient(factory(), new ArtemisThreads());
    try {
      Connection connection = client.connect(who);
      connection.setExceptionListener(e -> lost.run());
      connection.start();
      return new ArtemisConnection(client, connection);
    } catch (JMSSecurityException e) {
      client.close();
      throw BrokerFailure.of(shownUrl + " refused the credentials", e);
    } catch (JMSException | RuntimeException e) {
      client.close();
      throw BrokerFailure.of(shownUrl + " could not be reached", e);
    }
  }

  private Credentials who() throws JMSException {
    try {
      return credentials.get();
    } catch (RuntimeException e) {
      throw BrokerFailure.of("the credentials for " + shownUrl + " cannot be read", e);
    }
  }

  /** Configured to fail fast: {@link BrokerLink} reconnects, and reports it. */
  private ActiveMQConnectionFactory factory() {
    ActiveMQConnectionFactory factory = new BrokerUrl(url).factory();
    factory.setReconnectAttempts(0);
    factory.setInitialConnectAttempts(1);
    factory.setCallTimeout(callTimeout.toMillis());
    if (factory.getClientFailureCheckPeriod() == CHECK_OF_THE_CLIENT.toMillis()) {
      factory.setClientFailureCheckPeriod(callTimeout.multipliedBy(CALLS_PER_CHECK).toMillis());
    }
    ServerLocator locator = factory.getServerLocator();
    for (TransportConfiguration transport : locator.getStaticTransportConfigurations()) {
      // Pools shared by all clients of a class loader would outlive the application.
      transport.getParams().put("useGlobalWorkerPool", false);
      transport.getParams().put("nioRemotingThreads", 1);
      transport.getParams().put("useEpoll", false);
      transport.getParams().put("useKQueue", false);
    }
    return factory;
  }
}
