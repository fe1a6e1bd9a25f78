// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * How long the packaged server takes from its process to its first answer, and what it holds at
 * rest, beside the same Payara Micro with one resource.
 */
package io.flowmanager.benchmarks.startup;
