// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Rules on states, transitions and commands. */
package io.flowmanager.saga.domain.lint.machine;
