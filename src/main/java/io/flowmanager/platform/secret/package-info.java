// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Secrets in files. Depends on no other room. */
package io.flowmanager.platform.secret;
