// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Whom Flow Manager sends commands to. */
package io.flowmanager.benchmarks.participants;
