// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.lintrooms.saga.domain.lint.machine;

/** What a finding must not know. */
public final class DeadEnd {}
