// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** The least that a server can be asked to serve. */
package io.flowmanager.benchmarks.startup.bare;
