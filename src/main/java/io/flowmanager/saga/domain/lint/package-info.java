// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * What a flow file says without its author noticing: findings, the rules that find them, and the
 * linter that runs all rules. Depends on {@code java}, {@code jakarta.json} and the flow
 * definitions only.
 */
package io.flowmanager.saga.domain.lint;
