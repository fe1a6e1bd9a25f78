// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Unique ids. Depends on no other room. */
package io.flowmanager.platform.id;
