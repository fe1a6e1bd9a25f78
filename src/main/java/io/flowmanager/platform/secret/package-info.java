// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Secrets that stand in files. Depends on nothing of ours. */
package io.flowmanager.platform.secret;
