// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The one data source that everything which reads or writes sagas shares, and what is asked of it
 * before the engine starts. Depends on {@code tables}.
 */
package io.flowmanager.bootstrap.database;
