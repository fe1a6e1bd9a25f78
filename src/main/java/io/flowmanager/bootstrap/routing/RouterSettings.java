// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.platform.http.RetryPolicy;
import io.flowmanager.router.application.call.CallPolicy;
import io.flowmanager.router.application.message.MessageRetryPolicy;
import io.flowmanager.router.application.route.RouterWords;
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
    RetryPolicy patience,
    CallPolicy calls,
    Duration pollInterval,
    MessageSettings messages) {

  /**
   * How messages of Kafka are handled.
   *
   * @param maxInFlight how many of one partition at once
   */
  public record MessageSettings(MessageRetryPolicy patience, int maxInFlight) {}

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
