// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.inject;

import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Selects an executor by the kind of work. Each kind has its own limits. */
@Qualifier
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ThreadsFor {

  /** A kind of work. */
  enum Work {
    /** Short work that must not be delayed: answers, results of sends. */
    ANSWERS,
    /** Database reads for callers. */
    READS,
    /** Payload checks that take long. */
    CHECKS,
    /** Checks of flow files that are not hosted. */
    LINT,
    /** Hooks of commands. */
    HOOKS,
    /** The router's journal of calls. */
    ROUTER_CALLS,
    /** The router's Kafka messages. */
    ROUTER_MESSAGES
  }

  Work value();
}
