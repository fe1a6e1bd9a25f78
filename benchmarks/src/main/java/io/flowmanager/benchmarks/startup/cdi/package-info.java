// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The least application that has what Flow Manager cannot do without: a CDI bean, a persistence
 * unit, and a data source.
 */
package io.flowmanager.benchmarks.startup.cdi;
