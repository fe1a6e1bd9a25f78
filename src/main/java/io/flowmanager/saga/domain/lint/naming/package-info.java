// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Rules on labels that look like each other. */
package io.flowmanager.saga.domain.lint.naming;
