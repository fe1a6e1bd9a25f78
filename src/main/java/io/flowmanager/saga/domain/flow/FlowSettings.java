// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import java.util.Optional;

/** The {@code settings} section; every member has its default when the file leaves it out. */
public record FlowSettings(
    boolean deepMergeMetadata,
    Optional<Hook> deepMergeHook,
    boolean throwOnUnexpectedEvents,
    Optional<String> sagaIdPrefix,
    LintSettings lint,
    RetentionSettings retention) {}
