// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** What a rule of the linter looks at and what it says. */
package io.flowmanager.saga.domain.lint.finding;
