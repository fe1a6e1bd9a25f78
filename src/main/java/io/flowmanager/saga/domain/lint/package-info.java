// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The linter of flow files, which runs all rules. The rules are in {@code machine}, {@code naming}
 * and {@code usage}; they depend on {@code finding} and {@code graph}. Depends on {@code java},
 * {@code jakarta.json} and the flow definitions only.
 */
package io.flowmanager.saga.domain.lint;
