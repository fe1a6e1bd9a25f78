// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors

/** Meanings of failures of a relational database. Depends on no other room. */
package io.flowmanager.platform.sql;
