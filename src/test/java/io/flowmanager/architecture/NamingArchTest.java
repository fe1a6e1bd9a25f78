// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.flowmanager.architecture.Rule.rule;

import com.tngtech.archunit.lang.ArchRule;
import io.flowmanager.architecture.bad.emptywords.saga.application.engine.SagaHelper;
import io.flowmanager.architecture.bad.emptywords.saga.application.engine.SagaManager;
import io.flowmanager.architecture.bad.emptywords.saga.application.engine.SagaUtil;
import io.flowmanager.architecture.bad.emptywords.saga.application.engine.SagaUtils;
import io.flowmanager.architecture.bad.emptywords.saga.application.engine.StartSagaImpl;
import io.flowmanager.architecture.bad.listenername.saga.adapter.messaging.jms.EventInbox;
import io.flowmanager.architecture.bad.listenernoun.saga.adapter.script.ScriptListener;
import io.flowmanager.architecture.bad.pathname.saga.adapter.rest.SagasEndpoint;
import io.flowmanager.architecture.bad.pathnoun.saga.adapter.rest.SagasResource;
import io.flowmanager.architecture.bad.portname.saga.adapter.store.jpa.DefaultSagaStore;
import io.flowmanager.architecture.bad.portname.saga.adapter.store.jpa.JpaArchive;
import jakarta.ws.rs.Path;
import java.util.List;

/** Names say the kind of a class: R10. */
class NamingArchTest implements ProvenRules {

  private static final String LISTENER = "jakarta.jms.MessageListener";

  @Override
  public List<Rule> rules() {
    return List.of(
        rule(
            "R10 what has a path is a resource",
            NamingArchTest::pathMeansResource,
            SagasEndpoint.class),
        rule("R10 a resource has a path", NamingArchTest::resourceMeansPath, SagasResource.class),
        rule(
            "R10 what takes messages is a listener",
            NamingArchTest::messagesMeanListener,
            EventInbox.class),
        rule(
            "R10 a listener takes messages",
            NamingArchTest::listenerMeansMessages,
            ScriptListener.class),
        rule(
            "R10 an adapter is called by its technology and its port",
            house ->
                classes()
                    .should(new BeNamedAfterThePort(house))
                    .because("so it is found by either"),
            DefaultSagaStore.class,
            JpaArchive.class),
        rule(
            "R10 no name ends in a word without meaning",
            NamingArchTest::meaningfulWords,
            StartSagaImpl.class,
            SagaManager.class,
            SagaHelper.class,
            SagaUtil.class,
            SagaUtils.class));
  }

  private static ArchRule pathMeansResource(House house) {
    return classes()
        .that()
        .areAnnotatedWith(Path.class)
        .should()
        .haveSimpleNameEndingWith("Resource")
        .because("whoever looks for an address looks for resources");
  }

  private static ArchRule resourceMeansPath(House house) {
    return classes()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .beAnnotatedWith(Path.class)
        .because("the word promises an address");
  }

  /** The main code takes no messages yet, so both rules on listeners may find nothing there. */
  private static ArchRule messagesMeanListener(House house) {
    return classes()
        .that()
        .areAssignableTo(LISTENER)
        .should()
        .haveSimpleNameEndingWith("Listener")
        .because("whoever looks for a way in looks for resources and listeners")
        .allowEmptyShould(true);
  }

  private static ArchRule listenerMeansMessages(House house) {
    return classes()
        .that()
        .haveSimpleNameEndingWith("Listener")
        .should()
        .resideInAnyPackage(house.builtRooms("*.adapter.messaging"))
        .because("the word promises messages from outside")
        .allowEmptyShould(true);
  }

  private static ArchRule meaningfulWords(House house) {
    return noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Helper|Utils?)")
        .because("such a word says that nobody knew what the class is for");
  }
}
