// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.config.Settings;
import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.platform.http.HttpCalls;
import io.flowmanager.platform.id.TimeOrderedUuids;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.platform.rest.Bodies;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.JsonBuilderFactory;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes the beans that all rooms share. */
@Dependent
final class PlatformProducers {

  @Produces
  @Singleton
  static Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  static Supplier<UUID> uuids() {
    return new TimeOrderedUuids();
  }

  @Produces
  @Singleton
  static JsonBuilderFactory builders() {
    return JsonText.builders();
  }

  @Produces
  @Singleton
  static UntrustedJson untrustedJson(StartupConfiguration configuration) {
    return new UntrustedJson(configuration.settings().bodies().maxDepth());
  }

  @Produces
  @Singleton
  static Bodies bodies(StartupConfiguration configuration, UntrustedJson json) {
    Settings.BodySettings limits = configuration.settings().bodies();
    return new Bodies(limits.maxBytes(), json);
  }

  @Produces
  @Singleton
  static HttpCalls httpCalls(Workers workers) {
    return new HttpCalls(workers);
  }

  static void close(@Disposes HttpCalls calls) {
    calls.close();
  }
}
