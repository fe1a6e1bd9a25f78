// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.flowmanager.architecture.Rule.rule;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import io.flowmanager.architecture.bad.hastycommit.saga.adapter.script.CommittingScript;
import io.flowmanager.architecture.bad.hastycommit.saga.adapter.script.OptimisticScript;
import io.flowmanager.architecture.bad.hastycommit.saga.adapter.script.ReferringScript;
import io.flowmanager.architecture.bad.strangetransaction.saga.adapter.script.TransactionalClassScript;
import io.flowmanager.architecture.bad.strangetransaction.saga.adapter.script.TransactionalScript;
import jakarta.transaction.Transactional;
import java.util.List;

/** Who changes a saga, and in whose transaction: R8 and R9. */
class StateChangesArchTest implements ProvenRules {

  @Override
  public List<Rule> rules() {
    return List.of(
        rule(
            "R8 only the application commits to the saga store",
            StateChangesArchTest::commits,
            CommittingScript.class,
            ReferringScript.class,
            OptimisticScript.class),
        rule(
            "R9 only the application draws transactions",
            StateChangesArchTest::transactions,
            TransactionalScript.class,
            TransactionalClassScript.class));
  }

  private static ArchRule commits(House house) {
    String store = house.type("saga.application.store.SagaStore");
    return noClasses()
        .that()
        .resideOutsideOfPackage(house.room("saga.application"))
        .should()
        .accessTargetWhere(
            describe("the target is a commit of SagaStore", access -> isCommit(access, store)))
        .because("a saga changes by a decision only, and the application makes decisions");
  }

  private static boolean isCommit(JavaAccess<?> access, String store) {
    AccessTarget target = access.getTarget();
    return target.getName().matches("commit|commitIfCurrent")
        && target.getOwner().isAssignableTo(store);
  }

  private static ArchRule transactions(House house) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(house.room("*.application"))
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Transactional.class)
        .because("a use case is what happens wholly or not at all, not a query or a call");
  }
}
