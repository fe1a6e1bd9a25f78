// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The store in memory that flows under test run on. Not part of the kit's interface: it changes
 * with the engine.
 */
package io.flowmanager.testkit.store;
