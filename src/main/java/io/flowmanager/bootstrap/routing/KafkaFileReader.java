// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.platform.kafka.KafkaAccess;
import io.flowmanager.platform.kafka.KafkaSasl;
import io.flowmanager.saga.domain.flow.ConfigValue;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the Kafka file's JSON (contract of the router, "Kafka file"). Of one file. */
final class KafkaFileReader {

  private static final Set<String> MECHANISMS =
      Set.of("plain", "scram-sha-256", "scram-sha-512", "oauthbearer");
  private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");

  private static final Pattern BROKER =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\]):[0-9]{1,5}");

  private final FileMembers members;
  private final Function<ConfigValue, String> texts;

  /**
   * @param texts gives the text that stands in the file or in the one that it refers to
   */
  KafkaFileReader(FileMembers members, Function<ConfigValue, String> texts) {
    this.members = members;
    this.texts = texts;
  }

  /** The plan; not to be used when there are faults. */
  KafkaPlan read(JsonValue document) {
    JsonObject file = members.object("", document);
    members.known(
        "",
        file,
        Set.of(
            "brokers",
            "authMechanism",
            "username",
            "password",
            "consumerConfig",
            "producerConfig"));
    ClusterLogin login = login(file);
    JsonObject consumer = members.needed("", file, "consumerConfig");
    JsonObject producer = members.needed("", file, "producerConfig");
    members.known(
        "/consumerConfig", consumer, Set.of("groupId", "eventsTopic", "notificationsTopic"));
    members.known("/producerConfig", producer, Set.of("mainFlowTopic"));
    var plan =
        new KafkaPlan(
            login,
            members.text("/consumerConfig", consumer, "groupId").orElse(""),
            topic("/consumerConfig", consumer, "eventsTopic"),
            topic("/consumerConfig", consumer, "notificationsTopic"),
            topic("/producerConfig", producer, "mainFlowTopic"));
    if (members.isSound()) {
      check(plan);
    }
    return plan;
  }

  private ClusterLogin login(JsonObject file) {
    Optional<ConfigValue> brokers = members.value("", file, "brokers");
    if (!file.containsKey("brokers")) {
      members.fault("", "needs the member \"brokers\"");
    }
    String mechanism = members.optionalText("", file, "authMechanism").toLowerCase(Locale.ROOT);
    if (!mechanism.isEmpty() && !MECHANISMS.contains(mechanism)) {
      members.fault("/authMechanism", "must be plain, scram-sha-256, scram-sha-512 or oauthbearer");
    }
    return new ClusterLogin(
        brokers.orElse(new ConfigValue.Plain("")),
        mechanism,
        members.value("", file, "username"),
        members.value("", file, "password"),
        texts);
  }

  private String topic(String pointer, JsonObject object, String name) {
    String topic = members.text(pointer, object, name).orElse("");
    if (!topic.isEmpty() && !TOPIC.matcher(topic).matches()) {
      members.fault(
          pointer + "/" + name,
          "is not a valid topic name: 1 to 249 letters, digits and characters of ._-");
    }
    return topic;
  }

  private void check(KafkaPlan plan) {
    if (plan.eventsTopic().equals(plan.notificationsTopic())) {
      members.fault(
          "/consumerConfig/notificationsTopic",
          "must not be the eventsTopic: events and notifications could not be distinguished");
    }
    if (List.of(plan.eventsTopic(), plan.notificationsTopic()).contains(plan.mainFlowTopic())) {
      members.fault(
          "/producerConfig/mainFlowTopic", "must not be a topic that the router itself reads");
    }
  }

  /** What only secrets and the client can say of a sound file. */
  void checkLogin(KafkaPlan plan) {
    try {
      check(plan.access().get());
    } catch (UncheckedIOException e) {
      members.fault("", e.getMessage());
    }
  }

  private void check(KafkaAccess access) {
    if (access.brokers().isEmpty()
        || !access.brokers().stream().allMatch(KafkaFileReader::isBroker)) {
      members.fault("/brokers", "must be host:port of each broker, separated by commas");
    } else if (access.sasl().filter(sasl -> sasl.mechanism().isEmpty()).isPresent()) {
      members.fault(
          "", "needs the member \"authMechanism\", because it has a username or a password");
    } else if (access.sasl().filter(KafkaFileReader::isHalf).isPresent()) {
      members.fault("", "has only one of \"username\" and \"password\"; give both or none");
    } else {
      access
          .fault()
          .ifPresent(why -> members.fault("", "no Kafka client can be created from it: " + why));
    }
  }

  private static boolean isBroker(String address) {
    return BROKER.matcher(address).matches();
  }

  private static boolean isHalf(KafkaSasl sasl) {
    boolean isToken = sasl.mechanism().equals("oauthbearer");
    return !isToken && (sasl.username().isEmpty() || sasl.password().isEmpty());
  }
}
