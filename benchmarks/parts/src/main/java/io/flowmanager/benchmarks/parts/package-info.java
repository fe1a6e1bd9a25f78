// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** What single parts of the event path cost, without server, network and database. */
package io.flowmanager.benchmarks.parts;
