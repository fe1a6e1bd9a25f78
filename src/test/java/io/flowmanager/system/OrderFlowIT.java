// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import io.flowmanager.testing.server.DeployedServer;
import io.flowmanager.testing.server.FlowManagerWar;
import io.flowmanager.testing.server.Http;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;

@DeployedServer
class OrderFlowIT
    implements OrderScenario,
        UnexpectedEventScenario,
        MalformedRequestScenario,
        IdempotencyScenario,
        DeliveryScenario,
        SagaListScenario,
        PagesScenario,
        PayloadScenario,
        HookScenario,
        KafkaScenario,
        NoRouterScenario,
        FlowToolsScenario,
        FastPathScenario {

  @ArquillianResource private URI base;

  @Deployment(testable = false)
  static WebArchive war() {
    return FlowManagerWar.archive();
  }

  @Override
  public Http http() {
    return new Http(base);
  }
}
