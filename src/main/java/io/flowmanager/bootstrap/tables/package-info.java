// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Brings the tables up to date before anything uses them, by Flyway, one node at a time; and sees
 * without Flyway that they are. Depends on {@code config}.
 */
package io.flowmanager.bootstrap.tables;
