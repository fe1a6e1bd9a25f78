// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The index of the server's class path, which makes its start faster, and the class loader that
 * uses it.
 */
package io.flowmanager.launcher.classpath;
