// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Runs a flow file in a user's own tests: the engine of Flow Manager on a store in memory, without
 * a server. Begin with {@link io.flowmanager.testkit.FlowUnderTest}.
 *
 * <p>Assertions throw {@link AssertionError}, so any test framework will do. The engine works on
 * the thread that calls it. Time stands still until {@link io.flowmanager.testkit.TestClock} is
 * moved.
 */
package io.flowmanager.testkit;
