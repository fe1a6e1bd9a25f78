// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import io.flowmanager.platform.inject.SingletonBean;
import jakarta.inject.Inject;
import java.time.Clock;

/** What retention works with, beside the store. */
@SingletonBean
public record RetentionDependencies(
    EngineLoad load, RetentionMeter meter, RetentionPace pace, Clock clock) {

  @Inject
  public RetentionDependencies {}
}
