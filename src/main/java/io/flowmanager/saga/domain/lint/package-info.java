// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * What a flow file says without its author noticing: the linter, which runs all rules. The rules
 * are in {@code machine}, {@code naming} and {@code usage}; they know {@code finding} and {@code
 * graph}. Depends on {@code java}, {@code jakarta.json} and the flow definitions only.
 */
package io.flowmanager.saga.domain.lint;
