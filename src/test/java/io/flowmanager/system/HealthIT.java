// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.DeployedServer;
import io.flowmanager.testing.server.FlowManagerWar;
import io.flowmanager.testing.server.Http;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

@DeployedServer
class HealthIT {

  @ArquillianResource private URI base;

  @Deployment(testable = false)
  static WebArchive war() {
    return FlowManagerWar.archive();
  }

  @Test
  void aDeployedServerIsHealthy() {
    assertThat(new Http(base).get("-/healthz").status()).isEqualTo(200);
  }
}
