// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.router.adapter.messaging.kafka.KafkaMessages;
import io.flowmanager.router.application.message.ConsumeMessages;
import io.flowmanager.router.application.message.ResetCounter;
import jakarta.inject.Inject;
import java.time.Clock;

/** Opens the reader of the router's topics. */
@SingletonBean
final class RouterReader {

  private final int maxInFlight;
  private final UntrustedJson json;
  private final KafkaMessages.Handling handling;
  private final Clock clock;

  @Inject
  RouterReader(
      StartupConfiguration configuration,
      UntrustedJson json,
      ConsumeMessages messages,
      ResetCounter resets,
      Clock clock) {
    this.maxInFlight = configuration.router().messages().maxInFlight();
    this.json = json;
    this.handling = new KafkaMessages.Handling(messages, resets);
    this.clock = clock;
  }

  KafkaMessages of(RouterBroker broker) {
    return new KafkaMessages(broker.topics(maxInFlight), json, handling, broker.watch(), clock);
  }
}
