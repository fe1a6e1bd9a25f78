// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.platform.kafka.KafkaAccess;
import io.flowmanager.platform.kafka.ProducerSettings;
import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.ChannelDefinition.KafkaAuthentication;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.Spelling;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What only the Java client and the files of this machine can say of a kafka channel.
 *
 * @param secretsAreRead without them, no client can be made of a channel that has some
 */
record KafkaChecks(Function<ConfigValue, String> texts, boolean secretsAreRead) {

  private static final Logger LOG = System.getLogger("io.flowmanager.flow");

  /** Any bound will do to see whether the other properties go together. */
  private static final ProducerSettings TRIAL = new ProducerSettings(Duration.ofSeconds(10));

  /**
   * A text of the channel; a list of texts is one place.
   *
   * @param name its pointer within the channel's configurations
   */
  private record Place(String name, ConfigValue value) {}

  /**
   * @param pointer of the channel's configurations
   */
  List<FlowFault> faults(String pointer, ChannelDefinition.Kafka channel) {
    var readable = new ReadableTexts(texts);
    List<FlowFault> faults = new ArrayList<>();
    for (Place place : places(channel)) {
      readable.fault(pointer + place.name(), place.value()).ifPresent(faults::add);
    }
    if (faults.isEmpty() && (secretsAreRead || hasNoSecrets(channel))) {
      KafkaAccess access = new KafkaLogin(channel, texts).get();
      access
          .fault()
          .or(() -> TRIAL.fault(access))
          .ifPresent(
              why ->
                  faults.add(
                      new FlowFault(pointer, "no Kafka client can be created from it: " + why)));
      warn(pointer, channel);
    }
    return faults;
  }

  private static boolean hasNoSecrets(ChannelDefinition.Kafka channel) {
    return places(channel).stream().allMatch(place -> place.value() instanceof ConfigValue.Plain);
  }

  private static List<Place> places(ChannelDefinition.Kafka channel) {
    List<Place> places = new ArrayList<>();
    channel.brokers().forEach(value -> places.add(new Place("/brokers", value)));
    channel
        .clientProperties()
        .forEach((name, value) -> places.add(new Place(property(name), value)));
    Optional<KafkaAuthentication> authentication = channel.authentication();
    authentication
        .flatMap(KafkaAuthentication::ssl)
        .ifPresent(ssl -> places.addAll(places("/authenticationProperties/ssl/", ssl)));
    authentication
        .flatMap(KafkaAuthentication::sasl)
        .ifPresent(sasl -> places.addAll(places("/authenticationProperties/sasl/", sasl)));
    return places;
  }

  private static List<Place> places(String above, ChannelDefinition.Ssl ssl) {
    return Stream.concat(
            ssl.ca().stream().map(value -> new Place(above + "ca", value)),
            ssl.identity().entrySet().stream()
                .map(entry -> new Place(above + entry.getKey(), entry.getValue())))
        .toList();
  }

  private static List<Place> places(String above, ChannelDefinition.Sasl sasl) {
    return Stream.concat(
            sasl.username().stream().map(value -> new Place(above + "username", value)),
            sasl.password().stream().map(value -> new Place(above + "password", value)))
        .toList();
  }

  private static String property(String name) {
    return "/clientProperties/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static void warn(String pointer, ChannelDefinition.Kafka channel) {
    channel.clientProperties().keySet().stream()
        .filter(name -> !KafkaAccess.knownProperties().contains(name))
        .forEach(
            name ->
                LOG.log(
                    Level.WARNING,
                    "{0}: is not a property of the Kafka client{1}",
                    pointer + property(name),
                    Spelling.nearest(name, KafkaAccess.knownProperties())
                        .map(near -> "; did you mean " + Spelling.quote(near) + "?")
                        .orElse("")));
  }
}
