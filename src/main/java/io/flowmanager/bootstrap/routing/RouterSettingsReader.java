// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.bootstrap.routing.RouterSettings.MessageSettings;
import io.flowmanager.bootstrap.routing.RouterSettings.Plan;
import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.platform.http.RetryPolicy;
import io.flowmanager.platform.secret.SecretFiles;
import io.flowmanager.router.application.call.CallPolicy;
import io.flowmanager.router.application.message.MessageRetryPolicy;
import io.flowmanager.router.application.route.RouterWords;
import io.flowmanager.router.domain.Address;
import io.flowmanager.router.domain.ArrayMergeMode;
import io.flowmanager.router.domain.RuleSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the settings of the router (contract of the router, "Settings"); faults are gathered. */
public final class RouterSettingsReader {

  /** Setting it turns the router on. */
  public static final String RULES_FILE = "SUB_FLOW_CONFIGURATION_FILE_PATH";

  private static final Duration MILLISECOND = Duration.ofMillis(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MAX_RETRYING = Duration.ofSeconds(30);

  /** A call begins a main saga, a sub saga and an event; the store takes its time as well. */
  private static final int LONGEST_CALLS_IN_A_LEASE = 4;

  private final CheckedSettings settings;
  private final Predicate<String> isHosted;
  private final SecretFiles secrets;

  /**
   * @param isHosted whether this server has a flow of that name
   */
  public RouterSettingsReader(
      CheckedSettings settings, Predicate<String> isHosted, SecretFiles secrets) {
    this.settings = settings;
    this.isHosted = isHosted;
    this.secrets = secrets;
  }

  public RouterSettings read() {
    Optional<Plan> plan = settings.text(RULES_FILE).map(this::plan);
    RetryPolicy patience = patience(plan.isPresent());
    var calls =
        new CallPolicy(
            patience.longestCall().multipliedBy(LONGEST_CALLS_IN_A_LEASE),
            settings.duration("flow-manager.router.first-retry", MILLISECOND, DAY),
            settings.duration("flow-manager.router.max-retry", MILLISECOND, DAY));
    return new RouterSettings(
        plan,
        patience,
        calls,
        settings.duration("flow-manager.router.poll-interval", Duration.ofMillis(10), DAY),
        messages());
  }

  private MessageSettings messages() {
    return new MessageSettings(
        new MessageRetryPolicy(
            settings.number("flow-manager.router.kafka.retries", 0, 1000),
            settings.duration("flow-manager.router.kafka.first-retry", MILLISECOND, DAY),
            settings.duration("flow-manager.router.kafka.max-retry", MILLISECOND, DAY)),
        settings.number("flow-manager.router.kafka.max-in-flight", 1, 100_000));
  }

  private Plan plan(String rulesFile) {
    Optional<KafkaPlan> kafka = kafka();
    RuleSet rules = new RulesFile(settings, isHosted).read(rulesFile);
    return new Plan(
        rules,
        address("MAIN_FLOW_MANAGER_URL"),
        address("MAIN_SAGA_CRUD_URL"),
        externalService(),
        new RouterWords(
            needed("MAIN_FLOW_ID_KEY", "the metadata key of a sub saga for its main saga's id"),
            needed("SUB_FLOW_ID_KEY", "the metadata key of a main saga for its sub saga's id"),
            needed(
                "MAIN_FLOW_DATA_KEY",
                "the key of the data that a notification has for the main flow"),
            needed("SUB_FLOW_CREATED_EVENT", "the event that tells a main saga of its sub saga")),
        arrays(),
        kafka);
  }

  private Optional<KafkaPlan> kafka() {
    String mode = settings.text("MODE").orElse("");
    if (mode.equals("KAFKA")) {
      return new KafkaFile(settings, secrets).read();
    }
    if (!mode.equals("REST")) {
      settings.fault("MODE", mode, "it must be REST or KAFKA");
    }
    return Optional.empty();
  }

  /** Names as common as MAX_RETRIES may be meant for another program where there is no router. */
  private RetryPolicy patience(boolean isRouter) {
    int retries = isRouter ? settings.number("MAX_RETRIES", 0, 1000) : 0;
    int delay = isRouter ? settings.number("RETRIES_DELAY_MS", 0, 3_600_000) : 0;
    Duration retrying = Duration.ofMillis((long) retries * delay);
    if (retrying.compareTo(MAX_RETRYING) > 0) {
      settings.fault(
          "The settings MAX_RETRIES and RETRIES_DELAY_MS make a call wait "
              + retrying.toSeconds()
              + " s between its attempts: "
              + retries
              + " × "
              + delay
              + " ms must not be more than 30 s.");
    }
    return new RetryPolicy(
        settings.duration("flow-manager.router.timeout", MILLISECOND, HOUR),
        retries,
        Duration.ofMillis(delay),
        settings.number("flow-manager.router.breaker.failures", 1, 1_000_000),
        settings.duration("flow-manager.router.breaker.open-for", MILLISECOND, DAY));
  }

  /** The value of an address may be a secret, so no message repeats it. */
  private Address address(String key) {
    String text = needed(key, Address.FORM);
    return text.isEmpty() ? new Address.Hosted("-") : parsed(key, text);
  }

  private Address parsed(String key, String text) {
    Optional<Address> address = Address.parse(text);
    if (address.isEmpty()) {
      settings.fault("The setting " + key + " " + Address.FORM + ".");
    } else if (address.get() instanceof Address.Hosted hosted && !isHosted.test(hosted.flow())) {
      settings.fault(key, text, "this server does not host such a flow");
    }
    return address.orElse(new Address.Hosted("-"));
  }

  private Optional<Address> externalService() {
    String key = "EXTERNAL_SERVICE_URL";
    Optional<Address> address = settings.text(key).flatMap(Address::parse);
    boolean isWrong =
        settings.text(key).isPresent()
            && address.filter(Address.Remote.class::isInstance).isEmpty();
    if (isWrong) {
      settings.fault("The setting " + key + " must be an http or https URL with a host.");
    }
    return address;
  }

  private String needed(String key, String meaning) {
    Optional<String> text = settings.text(key);
    if (text.isEmpty()) {
      settings.fault(
          "The setting "
              + key
              + " is missing; with "
              + RULES_FILE
              + " it is needed: "
              + meaning
              + ".");
    }
    return text.orElse("");
  }

  private ArrayMergeMode arrays() {
    String text = settings.text("ARRAY_MERGE_MODE").orElse("");
    Optional<ArrayMergeMode> mode =
        Arrays.stream(ArrayMergeMode.values()).filter(one -> one.name().equals(text)).findFirst();
    if (mode.isEmpty()) {
      settings.fault("ARRAY_MERGE_MODE", text, "it must be ALL_NEW or SHA");
    }
    return mode.orElse(ArrayMergeMode.ALL_NEW);
  }
}
