// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Migrates the tables before they are used, with Flyway, one node at a time; detects without Flyway
 * that they are up to date. Depends on {@code config}.
 */
package io.flowmanager.bootstrap.tables;
