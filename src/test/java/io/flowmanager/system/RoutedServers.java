// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.RoutedFlowFiles;
import io.flowmanager.testing.server.RouterFolder;
import io.flowmanager.testing.server.RouterFolder.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A router and three flow managers, each a process of its own. */
record RoutedServers(
    PackagedServer router,
    PackagedServer main,
    PackagedServer identification,
    PackagedServer payment)
    implements AutoCloseable {

  static RoutedServers start(Path folder) {
    var router = PackagedServer.in(made(folder.resolve("router")));
    int port = router.baseUri().getPort();
    var main = PackagedServer.in(made(folder.resolve("main")));
    var identification = PackagedServer.in(made(folder.resolve("identification")));
    var payment = PackagedServer.in(made(folder.resolve("payment")));
    main.with(flows(folder, "main").with("main", RoutedFlowFiles.main()).settings("main"));
    identification.with(
        flows(folder, "identification")
            .with("identification", RoutedFlowFiles.sub(port))
            .settings("identification"));
    payment.with(
        flows(folder, "payment").with("payment", RoutedFlowFiles.sub(port)).settings("payment"));
    router.with(
        new RouterFolder(folder.resolve("router"))
            .settings(
                Place.at(main, "main"),
                Place.at(identification, "identification"),
                Place.at(payment, "payment")));
    var servers = new RoutedServers(router, main, identification, payment);
    servers.all().parallel().forEach(PackagedServer::start);
    return servers;
  }

  private static FlowFolder flows(Path folder, String server) {
    return new FlowFolder(folder.resolve(server).resolve("flows"));
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException fault) {
      throw new UncheckedIOException("The folder " + folder + " cannot be made", fault);
    }
  }

  private Stream<PackagedServer> all() {
    return Stream.of(router, main, identification, payment);
  }

  @Override
  public void close() {
    all().forEach(PackagedServer::close);
  }
}
