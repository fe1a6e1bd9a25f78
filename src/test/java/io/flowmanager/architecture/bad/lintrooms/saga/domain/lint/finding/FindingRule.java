// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.lintrooms.saga.domain.lint.finding;

import io.flowmanager.architecture.bad.lintrooms.saga.domain.lint.machine.DeadEnd;

/** A finding that knows one of the rules. */
public record FindingRule(DeadEnd rule) {}
