// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.StateMachine;
import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.saga.domain.lint.LintReport;

/**
 * A flow that this server runs.
 *
 * @param findings the findings of the linter
 * @param sagaIdPrefix put in front of the ids of its sagas; may be empty
 */
public record Flow(
    FlowName name,
    FlowVersion version,
    FlowDefinition definition,
    LintReport findings,
    StateMachine machine,
    CommandHooks hooks,
    String sagaIdPrefix) {}
