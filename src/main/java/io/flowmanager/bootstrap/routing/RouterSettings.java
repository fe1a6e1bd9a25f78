// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.platform.http.Patience;
import io.flowmanager.router.application.CallPatience;
import io.flowmanager.router.application.MessagePatience;
import io.flowmanager.router.application.RouterWords;
import io.flowmanager.router.domain.Address;
import io.flowmanager.router.domain.ArrayMergeMode;
import io.flowmanager.router.domain.RuleSet;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of the router, checked.
 *
 * @param plan empty when this server is no router
 */
public record RouterSettings(
    Optional<Plan> plan,
    Patience patience,
    CallPatience calls,
    Duration pollInterval,
    MessageSettings messages) {

  /**
   * How messages of Kafka are handled.
   *
   * @param maxInFlight how many of one partition at once
   */
  public record MessageSettings(MessagePatience patience, int maxInFlight) {}

  /**
   * What the router does for whom.
   *
   * @param kafka with {@code MODE=KAFKA}
   */
  public record Plan(
      RuleSet rules,
      Address mainFlow,
      Address mainSagas,
      Optional<Address> externalService,
      RouterWords words,
      ArrayMergeMode arrays,
      Optional<KafkaPlan> kafka) {}

  public RuleSet rules() {
    return plan.map(Plan::rules).orElse(RuleSet.NONE);
  }
}
