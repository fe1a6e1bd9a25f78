// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A channel of {@code communicationProtocols}: where commands go to and events may come from. */
public sealed interface ChannelDefinition {

  /** Unique among the channels of a flow. */
  String id();

  /**
   * The result of the function for this kind of channel. A new kind gets a further parameter, so
   * that no place which tells kinds apart compiles without it.
   */
  <T> T fold(Function<Rest, T> rest, Function<Kafka, T> kafka, Function<Jms, T> jms);

  /** Commands leave by HTTP; events come in at {@code POST /event}. */
  record Rest(String id, HttpEndpoint endpoint) implements ChannelDefinition {

    @Override
    public <T> T fold(Function<Rest, T> rest, Function<Kafka, T> kafka, Function<Jms, T> jms) {
      return rest.apply(this);
    }
  }

  /**
   * Commands leave to every output topic, events come in from every input topic.
   *
   * @param brokers without a leading scheme; one element may hold several brokers when it is a
   *     secret reference
   * @param consumerGroup present whenever there are input topics
   * @param authentication {@code authenticationProperties} as they were written
   * @param clientProperties further properties of the Java client; none of them breaks a guarantee
   */
  record Kafka(
      String id,
      List<ConfigValue> brokers,
      List<String> inputTopics,
      List<String> outputTopics,
      Optional<String> consumerGroup,
      Optional<KafkaAuthentication> authentication,
      Map<String, ConfigValue> clientProperties,
      Optional<String> deadLetterTopic)
      implements ChannelDefinition {

    @Override
    public <T> T fold(Function<Rest, T> rest, Function<Kafka, T> kafka, Function<Jms, T> jms) {
      return kafka.apply(this);
    }
  }

  /**
   * Text messages over a broker that the server knows by JNDI name or by URL; exactly one of the
   * two is present.
   */
  record Jms(
      String id,
      Optional<String> connectionFactory,
      Optional<String> brokerUrl,
      Optional<ConfigValue> username,
      Optional<ConfigValue> password,
      List<String> inputQueues,
      List<String> outputQueues,
      List<String> inputTopics,
      List<String> outputTopics,
      Optional<String> deadLetterQueue)
      implements ChannelDefinition {

    @Override
    public <T> T fold(Function<Rest, T> rest, Function<Kafka, T> kafka, Function<Jms, T> jms) {
      return jms.apply(this);
    }
  }

  /** {@code ssl} and {@code sasl} of a Kafka channel, in KafkaJS form. */
  record KafkaAuthentication(Optional<Ssl> ssl, Optional<Sasl> sasl) {}

  /**
   * TLS of a Kafka channel; all members empty stands for {@code "ssl": true}.
   *
   * @param ca one or more certificates each
   * @param identity {@code key}, {@code cert} and {@code passphrase}, as far as they are given
   */
  record Ssl(
      List<ConfigValue> ca,
      Map<String, ConfigValue> identity,
      boolean rejectUnauthorized,
      Optional<String> servername) {}

  /** Credentials of a Kafka channel; {@code mechanism} in lower case. */
  record Sasl(String mechanism, Optional<ConfigValue> username, Optional<ConfigValue> password) {}
}
