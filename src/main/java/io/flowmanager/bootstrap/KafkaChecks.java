// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import io.flowmanager.platform.kafka.KafkaAccess;
import io.flowmanager.platform.kafka.ProducerSettings;
import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.ChannelDefinition.KafkaAuthentication;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.Spelling;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What only the Java client and the files of this machine can say of a kafka channel. */
record KafkaChecks(Function<ConfigValue, String> texts) {

  private static final Logger LOG = System.getLogger("io.flowmanager.flow");

  /** Any bound will do to see whether the other properties go together. */
  private static final ProducerSettings TRIAL = new ProducerSettings(Duration.ofSeconds(10));

  /**
   * @param pointer of the channel's configurations
   */
  List<FlowFault> faults(String pointer, ChannelDefinition.Kafka channel) {
    List<FlowFault> faults = new ArrayList<>();
    places(channel).forEach((place, value) -> readable(faults, pointer + place, value));
    if (faults.isEmpty()) {
      KafkaAccess access = new KafkaLogin(channel, texts).get();
      access
          .fault()
          .or(() -> TRIAL.fault(access))
          .ifPresent(
              why ->
                  faults.add(new FlowFault(pointer, "no Kafka client can be made of it: " + why)));
      warn(pointer, channel);
    }
    return faults;
  }

  private static Map<String, ConfigValue> places(ChannelDefinition.Kafka channel) {
    Map<String, ConfigValue> places = new LinkedHashMap<>();
    channel.brokers().forEach(value -> places.put("/brokers", value));
    channel.clientProperties().forEach((name, value) -> places.put(property(name), value));
    String authentication = "/authenticationProperties/";
    channel
        .authentication()
        .flatMap(KafkaAuthentication::ssl)
        .ifPresent(
            ssl ->
                ssl.material()
                    .forEach((name, value) -> places.put(authentication + "ssl/" + name, value)));
    channel
        .authentication()
        .flatMap(KafkaAuthentication::sasl)
        .ifPresent(
            sasl -> {
              sasl.username().ifPresent(v -> places.put(authentication + "sasl/username", v));
              sasl.password().ifPresent(v -> places.put(authentication + "sasl/password", v));
            });
    return places;
  }

  private static String property(String name) {
    return "/clientProperties/" + name.replace("~", "~0").replace("/", "~1");
  }

  private void readable(List<FlowFault> faults, String pointer, ConfigValue value) {
    try {
      texts.apply(value);
    } catch (UncheckedIOException e) {
      faults.add(new FlowFault(pointer, e.getMessage()));
    }
  }

  private static void warn(String pointer, ChannelDefinition.Kafka channel) {
    channel.clientProperties().keySet().stream()
        .filter(name -> !KafkaAccess.knownProperties().contains(name))
        .forEach(
            name ->
                LOG.log(
                    Level.WARNING,
                    "{0}: is no property of the Kafka client{1}",
                    pointer + property(name),
                    Spelling.nearest(name, KafkaAccess.knownProperties())
                        .map(near -> "; did you mean " + Spelling.quote(near) + "?")
                        .orElse("")));
  }
}
