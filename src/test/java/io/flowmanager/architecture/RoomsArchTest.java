// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.flowmanager.architecture.KeepTheOrderOfRooms.TOP;
import static io.flowmanager.architecture.Rule.rule;
import static java.util.Map.entry;

import com.tngtech.archunit.lang.ArchRule;
import io.flowmanager.architecture.bad.jparooms.saga.adapter.store.jpa.entity.KnowingRow;
import io.flowmanager.architecture.bad.launcherrooms.launcher.settings.LaunchingSettings;
import io.flowmanager.architecture.bad.lintrooms.saga.domain.lint.finding.FindingRule;
import io.flowmanager.architecture.bad.readerrooms.saga.domain.flow.document.ReadingNode;
import io.flowmanager.architecture.bad.routerrooms.router.application.HomelessCall;
import io.flowmanager.architecture.bad.routerrooms.router.application.call.RoutingJournal;
import io.flowmanager.architecture.bad.sagarooms.saga.application.HomelessBatch;
import io.flowmanager.architecture.bad.sagarooms.saga.application.fax.UnlistedFax;
import io.flowmanager.architecture.bad.sagarooms.saga.application.store.RelayingStore;
import io.flowmanager.architecture.bad.startrooms.bootstrap.HomelessStart;
import io.flowmanager.architecture.bad.startrooms.bootstrap.wiring.StartingWiring;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Inside a component or layer, rooms are entered from above: R15. */
class RoomsArchTest implements ProvenRules {

  private static final Map<String, Set<String>> SAGA_APPLICATION =
      Map.ofEntries(
          entry("document", Set.of("engine", "flow", "store")),
          entry(
              "engine",
              Set.of(
                  "remote", "flow", "inbox", "outbox", "store", "channel", "script", "telemetry")),
          entry("remote", Set.of("flow", "store", "channel")),
          entry("relay", Set.of("flow", "outbox", "store", "channel", "script", "telemetry")),
          entry("retention", Set.of("flow", "store")),
          entry("outbox", Set.of("flow", "store", "channel")),
          entry("inbox", Set.of("store", "channel", "telemetry")),
          entry("flow", Set.of("store", "script")),
          entry("store", Set.of("channel")),
          entry("channel", Set.of()),
          entry("script", Set.of()),
          entry("telemetry", Set.of()));

  private static final Map<String, Set<String>> ROUTER_APPLICATION =
      Map.of("message", Set.of("route", "call"), "route", Set.of("call"), "call", Set.of());

  private static final Map<String, Set<String>> BOOTSTRAP =
      Map.ofEntries(
          entry("health", Set.of("lifecycle", "metrics", "wiring", "database", "config")),
          entry(
              "lifecycle",
              Set.of("metrics", "wiring", "channels", "flows", "routing", "database", "config")),
          entry("metrics", Set.of("wiring", "flows", "config")),
          entry("cli", Set.of("wiring", "flows", "config")),
          entry("wiring", Set.of("channels", "flows", "routing", "database", "config")),
          entry("channels", Set.of("flows", "config")),
          entry("flows", Set.of("routing", "config")),
          entry("routing", Set.of("config")),
          entry("database", Set.of("tables", "config")),
          entry("tables", Set.of("config")),
          entry("config", Set.of()));

  private static final Map<String, Set<String>> FLOW_FILES =
      Map.of("reader", Set.of("document", TOP), "document", Set.of(TOP), TOP, Set.of());

  private static final Map<String, Set<String>> LINT =
      Map.of(
          TOP,
          Set.of("machine", "naming", "usage", "finding", "graph"),
          "machine",
          Set.of("finding", "graph"),
          "naming",
          Set.of("finding", "graph"),
          "usage",
          Set.of("finding", "graph"),
          "finding",
          Set.of("graph"),
          "graph",
          Set.of());

  private static final Map<String, Set<String>> JPA =
      Map.of(TOP, Set.of("sql", "entity"), "sql", Set.of("entity"), "entity", Set.of());

  private static final Map<String, Set<String>> LAUNCHER =
      Map.of(
          "listener",
          Set.of(TOP, "settings"),
          TOP,
          Set.of("settings", "classpath"),
          "settings",
          Set.of(),
          "classpath",
          Set.of(),
          "pool",
          Set.of());

  @Override
  public List<Rule> rules() {
    return List.of(
        rule(
            "R15 rooms of saga.application",
            order("saga.application", SAGA_APPLICATION),
            RelayingStore.class,
            HomelessBatch.class,
            UnlistedFax.class),
        rule(
            "R15 rooms of router.application",
            order("router.application", ROUTER_APPLICATION),
            RoutingJournal.class,
            HomelessCall.class),
        rule(
            "R15 rooms of bootstrap",
            order("bootstrap", BOOTSTRAP),
            StartingWiring.class,
            HomelessStart.class),
        rule(
            "R15 rooms of saga.domain.flow",
            order("saga.domain.flow", FLOW_FILES),
            ReadingNode.class),
        rule("R15 rooms of saga.domain.lint", order("saga.domain.lint", LINT), FindingRule.class),
        rule(
            "R15 rooms of the relational store",
            order("saga.adapter.store.jpa", JPA),
            KnowingRow.class),
        rule("R15 rooms of the launcher", order("launcher", LAUNCHER), LaunchingSettings.class));
  }

  private static Function<House, ArchRule> order(String parent, Map<String, Set<String>> mayKnow) {
    return house -> {
      mayKnow.keySet().stream()
          .filter(room -> !room.equals(TOP))
          .forEach(room -> house.room(parent + "." + room));
      return classes()
          .that()
          .resideInAPackage(house.room(parent))
          .should(new KeepTheOrderOfRooms(house, parent, mayKnow))
          .because("a room can be read without those above it");
    };
  }
}
