// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.flowmanager.architecture.Rule.rule;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import io.flowmanager.architecture.bad.ownthreads.saga.adapter.script.BorrowingScript;
import io.flowmanager.architecture.bad.ownthreads.saga.adapter.script.ForkingScript;
import io.flowmanager.architecture.bad.ownthreads.saga.adapter.script.NappingScript;
import io.flowmanager.architecture.bad.ownthreads.saga.adapter.script.PoolingScript;
import io.flowmanager.architecture.bad.ownthreads.saga.adapter.script.SleepingScript;
import io.flowmanager.architecture.bad.ownthreads.saga.adapter.script.ThreadingScript;
import io.flowmanager.architecture.bad.ownthreads.saga.adapter.script.TimingScript;
import io.flowmanager.architecture.bad.wallclock.saga.adapter.script.CountingScript;
import io.flowmanager.architecture.bad.wallclock.saga.adapter.script.DatingScript;
import io.flowmanager.architecture.bad.wallclock.saga.adapter.script.NanoScript;
import io.flowmanager.architecture.bad.wallclock.saga.adapter.script.ReferringScript;
import io.flowmanager.architecture.bad.wallclock.saga.adapter.script.TellingScript;
import io.flowmanager.architecture.bad.wallclock.saga.adapter.script.WindingScript;
import java.util.List;
import java.util.function.Predicate;

/** Time and threads are handed in: R12. */
class TimeAndThreadsArchTest implements ProvenRules {

  @Override
  public List<Rule> rules() {
    return List.of(
        rule(
            "R12 time comes from the injected clock",
            house ->
                noneOf(house, "reading the wall clock", WallClock::isRead)
                    .because("what a test cannot wind forward it can only wait for"),
            TellingScript.class,
            ReferringScript.class,
            CountingScript.class,
            NanoScript.class,
            DatingScript.class,
            WindingScript.class),
        rule(
            "R12 threads come from the server",
            house ->
                noneOf(house, "making or holding up threads", OwnThreads::areUsed)
                    .because("the server names, counts and ends its threads, and not ours"),
            SleepingScript.class,
            NappingScript.class,
            ThreadingScript.class,
            PoolingScript.class,
            ForkingScript.class,
            TimingScript.class,
            BorrowingScript.class));
  }

  private static ArchRule noneOf(House house, String what, Predicate<JavaAccess<?>> banned) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(house.rooms("platform", "bootstrap", "launcher"))
        .should()
        .accessTargetWhere(describe(what, banned));
  }
}
