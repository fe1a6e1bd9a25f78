// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

/** Something that grows. */
interface Count {

  double now() throws Exception;
}
