// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors

/** What failures of a relational database mean. Depends on nothing of ours. */
package io.flowmanager.platform.sql;
