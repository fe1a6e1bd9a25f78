// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.launcherrooms.launcher;

/** What settings must not know. */
public final class Launch {}
