// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.http;

import io.flowmanager.router.application.route.SagaReader;
import io.flowmanager.router.application.route.SagaReaderContract;
import io.flowmanager.router.application.route.SagaTarget;
import io.flowmanager.router.application.route.SagaTargetContract;
import io.flowmanager.testing.router.HostedFlow;
import io.flowmanager.testing.router.HostedFlowServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Flows and sagas behind a real HTTP server. */
class HttpFlowContractsTest {

  @Nested
  class Target extends SagaTargetContract {

    private final Upstreams upstreams = new Upstreams();
    private final List<HostedFlowServer> servers = new ArrayList<>();

    @Override
    protected SagaTarget open(HostedFlow flow) {
      servers.add(new HostedFlowServer(flow));
      return new HttpSagaTarget(upstreams.at(port(), ""));
    }

    private int port() {
      return servers.get(servers.size() - 1).port();
    }

    @Override
    protected String address() {
      return "http://localhost:" + port() + "/";
    }

    @Override
    protected void closeTargets() {
      servers.forEach(HostedFlowServer::close);
      upstreams.close();
    }
  }

  @Nested
  class Reader extends SagaReaderContract {

    private final Upstreams upstreams = new Upstreams();
    private HostedFlowServer server;

    @Override
    protected SagaReader open(HostedFlow flow) {
      server = new HostedFlowServer(flow);
      return new CrudSagaReader(upstreams.at(server.port(), "/sagas"));
    }

    @Override
    protected void closeReader() {
      server.close();
      upstreams.close();
    }
  }
}
