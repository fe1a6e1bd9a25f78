// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.launcherinside.launcher;

import io.flowmanager.architecture.bad.launcherinside.bootstrap.config.Settings;

/** Reaches into the WAR, whose classes its own class loader does not have. */
public record KnowingLauncher(Settings settings) {}
