// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.flowmanager.architecture.Rule.rule;

import com.tngtech.archunit.lang.ArchRule;
import io.flowmanager.architecture.bad.artemis.saga.adapter.script.ArtemisScript;
import io.flowmanager.architecture.bad.bson.saga.adapter.script.BinaryScript;
import io.flowmanager.architecture.bad.config.saga.adapter.script.ConfiguredScript;
import io.flowmanager.architecture.bad.cryptography.saga.adapter.script.TrustingScript;
import io.flowmanager.architecture.bad.failsafe.saga.adapter.script.PatientScript;
import io.flowmanager.architecture.bad.faulttolerance.saga.adapter.script.RetriedScript;
import io.flowmanager.architecture.bad.flyway.saga.adapter.script.MigratingScript;
import io.flowmanager.architecture.bad.glassfish.saga.adapter.script.PooledScript;
import io.flowmanager.architecture.bad.graphlayout.saga.adapter.script.LayoutScript;
import io.flowmanager.architecture.bad.grizzly.saga.adapter.script.ListeningScript;
import io.flowmanager.architecture.bad.health.saga.adapter.script.HealthyScript;
import io.flowmanager.architecture.bad.httpclient.saga.adapter.script.CallingScript;
import io.flowmanager.architecture.bad.jackson.saga.adapter.script.JacksonScript;
import io.flowmanager.architecture.bad.jaxrs.saga.adapter.script.AnsweringScript;
import io.flowmanager.architecture.bad.jdkhttp.platform.http.SlowCall;
import io.flowmanager.architecture.bad.jms.saga.adapter.script.QueuedScript;
import io.flowmanager.architecture.bad.jsonschema.saga.adapter.script.CheckingScript;
import io.flowmanager.architecture.bad.kafka.saga.adapter.script.StreamingScript;
import io.flowmanager.architecture.bad.linearpatterns.saga.adapter.script.MatchingScript;
import io.flowmanager.architecture.bad.managedthreads.saga.adapter.script.ThreadedScript;
import io.flowmanager.architecture.bad.micrometer.saga.adapter.script.CountedScript;
import io.flowmanager.architecture.bad.modelling.saga.adapter.script.ModelScript;
import io.flowmanager.architecture.bad.mongodb.saga.adapter.script.CollectingScript;
import io.flowmanager.architecture.bad.naming.saga.adapter.script.NamedScript;
import io.flowmanager.architecture.bad.openapi.saga.adapter.script.DescribedScript;
import io.flowmanager.architecture.bad.payara.saga.adapter.script.PayaraScript;
import io.flowmanager.architecture.bad.pem.saga.adapter.script.KeyedScript;
import io.flowmanager.architecture.bad.persistence.saga.adapter.script.PersistingScript;
import io.flowmanager.architecture.bad.queues.saga.adapter.script.QueuingScript;
import io.flowmanager.architecture.bad.scriptengine.saga.adapter.diagram.ScriptingDiagram;
import io.flowmanager.architecture.bad.servlet.saga.adapter.script.ServletScript;
import io.flowmanager.architecture.bad.unlisted.saga.adapter.script.ValidatingScript;
import io.flowmanager.architecture.bad.uuids.saga.adapter.script.NumberingScript;
import io.flowmanager.architecture.bad.wasm.saga.adapter.diagram.WasmDiagram;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may know which library: R6, and R9 for fault tolerance. A library that is neither free nor
 * fenced is refused everywhere, so a new one comes in with its fence.
 */
class FencesArchTest implements ProvenRules {

  private static final List<String> FREE =
      List.of(
          "java..",
          "javax.sql",
          "jakarta.annotation",
          "jakarta.enterprise.context",
          "jakarta.enterprise.event",
          "jakarta.enterprise.inject",
          "jakarta.inject",
          "jakarta.json",
          "jakarta.json.spi",
          "jakarta.json.stream",
          "jakarta.transaction");

  private static final List<Fence> FENCES =
      List.of(
          Fence.around(
              "jakarta.persistence..",
              "a row is the store's own business, and other stores have none",
              PersistingScript.class,
              "*.adapter.store.jpa",
              "*.adapter.metadata.jpa",
              "bootstrap.database"),
          Fence.around(
              "jakarta.ws.rs..",
              "only what speaks HTTP to our callers knows requests and statuses",
              AnsweringScript.class,
              "*.adapter.rest",
              "platform.rest",
              "bootstrap"),
          Fence.around(
              "org.eclipse.microprofile.openapi..",
              "the API is described where it is written",
              DescribedScript.class,
              "*.adapter.rest",
              "platform.rest",
              "bootstrap"),
          Fence.around(
              "org.eclipse.microprofile.config..",
              "a setting is read and checked once, at the start, with all its faults named",
              ConfiguredScript.class,
              "platform.config",
              "bootstrap"),
          Fence.around(
              "org.eclipse.microprofile.health..",
              "health is told of the whole server",
              HealthyScript.class,
              "bootstrap"),
          Fence.around(
              "org.eclipse.microprofile.faulttolerance..",
              "only a call that leaves the server can be worth a second try (R9)",
              RetriedScript.class,
              "platform.http"),
          Fence.around(
              "dev.failsafe..",
              "breakers that are objects, one for each service, are kept in one place (decision"
                  + " 0044)",
              PatientScript.class,
              "platform.http"),
          Fence.around(
              "jakarta.enterprise.concurrent..",
              "the server's threads are handed in as plain executors",
              ThreadedScript.class,
              "bootstrap"),
          Fence.around(
              "jakarta.jms..",
              "a broker is one way in and one way out among others",
              QueuedScript.class,
              "platform.jms",
              "*.adapter.messaging.jms",
              "*.adapter.channel.jms"),
          Fence.around(
              "org.apache.activemq.artemis..",
              "which client reaches a broker by URL is decided in one place",
              ArtemisScript.class,
              "platform.jms"),
          Fence.around(
              "javax.naming..",
              "names of the server are looked up where a flow file gives one",
              NamedScript.class,
              "platform.jms",
              "bootstrap.database"),
          Fence.around(
              "org.apache.kafka..",
              "a broker is one way in and one way out among others",
              StreamingScript.class,
              "platform.kafka",
              "*.adapter.messaging.kafka",
              "*.adapter.channel.kafka",
              "*.adapter.target.kafka"),
          Fence.around(
              "javax.[crypto|net.ssl|security.auth]..",
              "whom to trust and how to log in is not an adapter's own idea",
              TrustingScript.class,
              "platform.kafka"),
          Fence.around(
              "de.dentrassi.crypto..",
              "private keys are read where connections to brokers are made",
              KeyedScript.class,
              "platform.kafka"),
          Fence.around(
              "io.micrometer..",
              "the application tells its news, and the metrics adapter counts them",
              CountedScript.class,
              "*.adapter.metrics",
              "bootstrap"),
          Fence.around(
              "org.flywaydb..",
              "tables are migrated once, before anything else starts",
              MigratingScript.class,
              "bootstrap"),
          Fence.around(
              "org.apache.hc..",
              "there is one client for all who call participants and services (decision 0025)",
              CallingScript.class,
              "platform.http"),
          Fence.around(
              "com.google.common.util.concurrent..",
              "only executors that run tasks in sequence are taken from Guava",
              QueuingScript.class,
              "platform.http"),
          Fence.around(
              "java.net.http..",
              "it costs ten times as much for each call (decision 0025)",
              SlowCall.class),
          Fence.around(
              "com.mongodb..",
              "a document is the store's own business, and other stores have none",
              CollectingScript.class,
              "*.adapter.store.mongo"),
          Fence.around(
              "org.bson..",
              "our values are those of Jakarta's JSON; BSON stays in the store that has it",
              BinaryScript.class,
              "*.adapter.store.mongo"),
          Fence.around(
              "com.fasterxml.uuid..",
              "identifiers are made in one place, so their order is one decision",
              NumberingScript.class,
              "platform.id"),
          Fence.around(
              "com.networknt..",
              "a payload's schema is compiled in one place, behind a port",
              CheckingScript.class,
              "*.adapter.schema"),
          Fence.around(
              "com.google.re2j..",
              "patterns come from payload schemas, in the words of ECMA-262 (decision 0029)",
              MatchingScript.class,
              "*.adapter.schema"),
          Fence.around(
              "com.fasterxml.jackson..",
              "our JSON values are those of Jakarta; the validator's own ones stay beside it",
              JacksonScript.class,
              "*.adapter.schema"),
          Fence.around(
              "org.eclipse.elk..",
              "the layout of diagrams is one adapter's business",
              LayoutScript.class,
              "*.adapter.diagram"),
          Fence.around(
              "org.eclipse.emf..",
              "the layout of diagrams is one adapter's business",
              ModelScript.class,
              "*.adapter.diagram"),
          Fence.around(
              "jakarta.servlet..",
              "what begins and ends with the application is put together in one place, and one"
                  + " short way leads around JAX-RS",
              ServletScript.class,
              "*.adapter.servlet",
              "bootstrap"),
          Fence.around(
              "io.roastedroot..",
              "which engine runs scripts is one adapter's business",
              ScriptingDiagram.class,
              "*.adapter.script"),
          Fence.around(
              "run.endive..",
              "which engine runs scripts is one adapter's business",
              WasmDiagram.class,
              "*.adapter.script"),
          Fence.around(
              "fish.payara..",
              "the WAR runs on any server; only the launcher of the microbundle knows which one it"
                  + " boots",
              PayaraScript.class,
              "launcher"),
          Fence.around(
              "org.glassfish.api..",
              "only the pool of the microbundle asks whether a connection is sound",
              PooledScript.class,
              "launcher.pool"),
          Fence.around(
              "org.glassfish.grizzly..",
              "the WAR runs on any server; only the microbundle extends the listener of its own",
              ListeningScript.class,
              "launcher.listener"));

  @Override
  public List<Rule> rules() {
    Rule unlisted =
        rule(
            "R6 every library is free or fenced",
            FencesArchTest::everyLibraryIsKnown,
            ValidatingScript.class);
    return Stream.concat(FENCES.stream().map(Fence::rule), Stream.of(unlisted)).toList();
  }

  private static ArchRule everyLibraryIsKnown(House house) {
    Stream<String> listed = Stream.concat(FREE.stream(), FENCES.stream().map(Fence::library));
    return classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.concat(listed, Stream.of(house.root() + "..")).toArray(String[]::new))
        .because("a new library comes in with a decision on who may know it");
  }
}
