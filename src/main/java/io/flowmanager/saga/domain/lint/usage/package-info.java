// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Rules on what a file declares and never uses. */
package io.flowmanager.saga.domain.lint.usage;
