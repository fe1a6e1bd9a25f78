// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.router.application.route.SagaReader;
import io.flowmanager.router.application.route.SagaReaderContract;
import io.flowmanager.router.application.route.SagaTarget;
import io.flowmanager.router.application.route.SagaTargetContract;
import io.flowmanager.testing.router.HostedFlow;
import org.junit.jupiter.api.Nested;

/** Flows and sagas of this server. */
class LocalFlowContractsTest {

  private static LocalFlows flows(HostedFlow flow) {
    return new LocalFlows(flow.startSaga(), flow.applyEvents(), flow.readSagas(), flow.flows());
  }

  @Nested
  class Target extends SagaTargetContract {

    @Override
    protected SagaTarget open(HostedFlow flow) {
      return flows(flow).target(flow.name().value());
    }

    @Override
    protected String address() {
      return "flow:order";
    }

    @Override
    protected void closeTargets() {}
  }

  @Nested
  class Reader extends SagaReaderContract {

    @Override
    protected SagaReader open(HostedFlow flow) {
      return flows(flow).reader(flow.name().value());
    }

    @Override
    protected void closeReader() {}
  }
}
