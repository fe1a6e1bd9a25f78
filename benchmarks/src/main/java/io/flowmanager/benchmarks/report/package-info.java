// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** The page that shows a run: one file of HTML, with plots drawn here, that needs nothing else. */
package io.flowmanager.benchmarks.report;
