// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * What is measured, and what it needs: databases, servers, brokers, participants; each a process of
 * its own.
 */
package io.flowmanager.benchmarks.systems;
