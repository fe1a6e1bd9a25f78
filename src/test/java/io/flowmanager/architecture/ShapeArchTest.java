// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static io.flowmanager.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.flowmanager.architecture.bad.lonelyinterface.saga.application.engine.Starting;
import io.flowmanager.architecture.bad.openfields.saga.application.engine.CountedSaga;
import io.flowmanager.architecture.bad.openfields.saga.application.engine.GuessedSaga;
import io.flowmanager.architecture.bad.publicrow.saga.adapter.store.jpa.SagaEntity;
import io.flowmanager.architecture.bad.publicrow.saga.adapter.store.jpa.SagaRow;
import io.flowmanager.architecture.bad.valueclass.saga.adapter.rest.StartRequest;
import io.flowmanager.architecture.bad.valueclass.saga.domain.Amount;
import jakarta.persistence.Entity;
import java.util.List;

/** What a type looks like: R11 and R13. */
class ShapeArchTest implements ProvenRules {

  @Override
  public List<Rule> rules() {
    return List.of(
        rule(
            "R11 no interface has its only implementer beside it",
            ShapeArchTest::interfacesFaceAnotherLayer,
            Starting.class),
        rule(
            "R13 a value is a record",
            ShapeArchTest::valuesAreRecords,
            Amount.class,
            StartRequest.class),
        rule(
            "R13 a field that others see does not change",
            ShapeArchTest::openFieldsAreFinal,
            CountedSaga.class,
            GuessedSaga.class),
        rule(
            "R13 rows and documents stay in their store",
            ShapeArchTest::rowsStayInTheirStore,
            SagaRow.class,
            SagaEntity.class));
  }

  private static ArchRule interfacesFaceAnotherLayer(House house) {
    return classes()
        .that()
        .areInterfaces()
        .should(new FaceAnotherLayer(house))
        .because("with one implementer beside it, the class itself says the same");
  }

  private static ArchRule valuesAreRecords(House house) {
    return classes()
        .that(describe("are values", ShapeArchTest::isValue).or(wireValues(house)))
        .and(not(keys(house)))
        .should()
        .beRecords()
        .because("a record is complete, unchangeable and equal by what it holds");
  }

  /** A class that defines what equals it is a value. */
  private static boolean isValue(JavaClass type) {
    return type.tryGetMethod("equals", Object.class).isPresent();
  }

  private static DescribedPredicate<JavaClass> wireValues(House house) {
    return JavaClass.Predicates.resideInAPackage(house.room("*.adapter"))
        .and(
            describe(
                "go over the wire", type -> type.getSimpleName().matches(".*(Request|Response)")));
  }

  private static ArchRule openFieldsAreFinal(House house) {
    return fields()
        .that()
        .areNotPrivate()
        .and()
        .areDeclaredInClassesThat(not(keys(house)))
        .should()
        .beFinal()
        .because("only its own methods change an object");
  }

  private static ArchRule rowsStayInTheirStore(House house) {
    return classes()
        .that()
        .resideInAPackage(house.room("*.adapter.store"))
        .and(describe("are rows or documents", ShapeArchTest::isStored))
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage(house.rooms("*.adapter.store"))
        .because("how a saga is stored is nobody else's business");
  }

  private static boolean isStored(JavaClass type) {
    return type.isAnnotatedWith(Entity.class) || type.getSimpleName().matches(".*(Row|Document)");
  }

  /** The classes that Jakarta Persistence demands for composite keys; in version 3.1 no records. */
  private static DescribedPredicate<JavaClass> keys(House house) {
    return JavaClass.Predicates.resideInAPackage(house.room("*.adapter.store.jpa"))
        .and(JavaClass.Predicates.simpleNameEndingWith("Key"));
  }
}
