// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.flowmanager.architecture.Rule.rule;

import com.tngtech.archunit.lang.ArchRule;
import io.flowmanager.architecture.bad.adapterandadapter.saga.adapter.rest.AskingEndpoint;
import io.flowmanager.architecture.bad.adapterleak.saga.SagaShortcut;
import io.flowmanager.architecture.bad.applicationoutward.saga.application.engine.AnswerSagas;
import io.flowmanager.architecture.bad.bootstrapseen.saga.adapter.script.SettingsReadingScript;
import io.flowmanager.architecture.bad.domainoutward.saga.domain.ClockedSaga;
import io.flowmanager.architecture.bad.domainoutward.saga.domain.InjectedSaga;
import io.flowmanager.architecture.bad.hastybatch.saga.adapter.script.HastyBatch;
import io.flowmanager.architecture.bad.launcherinside.launcher.KnowingLauncher;
import io.flowmanager.architecture.bad.neighbours.router.application.route.RouteStraight;
import io.flowmanager.architecture.bad.platformwithbusiness.platform.json.SagaWriter;
import java.util.List;
import java.util.Set;

/** Imports run inward: R1 to R5, and R16. */
class LayersArchTest implements ProvenRules {

  /** What an adapter for incoming calls or messages asks the application to do. */
  private static final Set<String> USE_CASES =
      Set.of(
          "ApplyEvents",
          "BlockedCommandAdministration",
          "CallJournal",
          "ConsumeMessages",
          "DrawDiagram",
          "FlowCatalog",
          "InboxTransactions",
          "LintFlow",
          "QuarantineAdministration",
          "ReadSagas",
          "ReadStatus",
          "RouteEvent",
          "RouteNotification",
          "RouteSaga",
          "StartSaga");

  @Override
  public List<Rule> rules() {
    return List.of(
        rule(
            "R1 the domain sees only Java, JSON values and the domain",
            LayersArchTest::domain,
            ClockedSaga.class,
            InjectedSaga.class),
        rule(
            "R2 the application sees the domain, plain platform, injection and transactions",
            LayersArchTest::application,
            AnswerSagas.class),
        rule("R3 adapters do not see each other", LayersArchTest::adapters, AskingEndpoint.class),
        rule("R4 only bootstrap sees an adapter", LayersArchTest::assembly, SagaShortcut.class),
        rule(
            "R5 components see themselves and the platform, bootstrap sees all",
            LayersArchTest::components,
            RouteStraight.class,
            SagaWriter.class,
            SettingsReadingScript.class),
        rule(
            "R16 adapters use ports, values and use cases of the application",
            LayersArchTest::useCases,
            HastyBatch.class),
        rule("the launcher sees nothing of ours", LayersArchTest::launcher, KnowingLauncher.class));
  }

  private static ArchRule domain(House house) {
    return classes()
        .that()
        .resideInAPackage(house.room("*.domain"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "jakarta.json..", house.room("*.domain"))
        .because("decisions are pure: they can be made, tested and replayed without any server");
  }

  private static ArchRule application(House house) {
    String[] ours =
        house.rooms(
            "*.domain",
            "*.application",
            "platform.concurrent",
            "platform.inject",
            "platform.json",
            "platform.log",
            "platform.problem");
    return classes()
        .that()
        .resideInAPackage(house.room("*.application"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java..",
                    "jakarta.json..",
                    "jakarta.inject..",
                    "jakarta.enterprise..",
                    "jakarta.transaction..")
                .or(resideInAnyPackage(ours)))
        .because("a use case outlives the protocols and stores around it");
  }

  private static ArchRule adapters(House house) {
    return slices()
        .assignedFrom(new AdapterSlices(house.root()))
        .should()
        .notDependOnEachOther()
        .because("a store or a channel is added and taken out without touching another");
  }

  private static ArchRule assembly(House house) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(house.rooms("*.adapter", "bootstrap"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(house.room("*.adapter"))
        .because("bootstrap alone chooses the technology behind a port");
  }

  private static ArchRule components(House house) {
    return slices()
        .matching(house.root() + ".(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(resideInAPackage(house.room("bootstrap")), alwaysTrue())
        .ignoreDependency(resideInAPackage(house.room("launcher")), alwaysTrue())
        .ignoreDependency(alwaysTrue(), resideInAPackage(house.room("platform")))
        .because("router and saga are deployed apart or together, and meet through ports only");
  }

  private static ArchRule useCases(House house) {
    return classes()
        .that()
        .resideInAPackage(house.room("*.adapter"))
        .should(new UsePortsAndValues(house, USE_CASES))
        .because("how a use case does its work may change without any adapter");
  }

  private static ArchRule launcher(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.room("launcher"))
        .should()
        .dependOnClassesThat(
            resideInAPackage(house.root() + "..")
                .and(resideOutsideOfPackage(house.room("launcher"))))
        .because("the launcher starts the server, and the WAR lives in another class loader");
  }
}
