// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.launcherrooms.launcher.settings;

import io.flowmanager.architecture.bad.launcherrooms.launcher.Launch;

/** Settings that know who reads them. */
public record LaunchingSettings(Launch launch) {}
