// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Ids that nobody else has. Depends on nothing of ours. */
package io.flowmanager.platform.id;
