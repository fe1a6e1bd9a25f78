// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.bootstrapseen.saga.adapter.script;

import io.flowmanager.architecture.bad.bootstrapseen.bootstrap.config.Settings;

/** Asks the one who puts it together. */
public record SettingsReadingScript(Settings settings) {}
