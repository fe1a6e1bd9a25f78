// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.flowmanager.architecture.Rule.rule;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import io.flowmanager.architecture.bad.machine.saga.adapter.script.DecodingScript;
import io.flowmanager.architecture.bad.machine.saga.adapter.script.EncodingScript;
import io.flowmanager.architecture.bad.machine.saga.adapter.script.ReadingScript;
import io.flowmanager.architecture.bad.machine.saga.adapter.script.ShoutingScript;
import io.flowmanager.architecture.bad.machine.saga.adapter.script.ZonedScript;
import io.flowmanager.architecture.bad.machinenumbers.saga.adapter.script.CountingScript;
import io.flowmanager.architecture.bad.machinenumbers.saga.adapter.script.LoggingScript;
import java.util.List;
import java.util.function.Predicate;

/** The language, the character set and the time zone of the machine change nothing. */
class MachineArchTest implements ProvenRules {

  @Override
  public List<Rule> rules() {
    return List.of(
        rule(
            "texts, bytes and times are made with a locale, a character set and a zone",
            house ->
                noneOf("asking the machine", MachineDefaults::areUsed)
                    .because("the capital of i is not I on every machine"),
            ShoutingScript.class,
            EncodingScript.class,
            DecodingScript.class,
            ReadingScript.class,
            ZonedScript.class),
        rule(
            "numbers are made texts before they are logged or formatted",
            house ->
                noneOf("formatting a number", MachineDefaults::writeNumbers)
                    .because("not every machine writes 1234 with these digits"),
            LoggingScript.class,
            CountingScript.class));
  }

  private static ArchRule noneOf(String what, Predicate<JavaAccess<?>> banned) {
    return noClasses().should().accessTargetWhere(describe(what, banned));
  }
}
