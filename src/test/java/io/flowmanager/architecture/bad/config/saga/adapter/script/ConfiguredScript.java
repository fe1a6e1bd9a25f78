// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.config.saga.adapter.script;

import org.eclipse.microprofile.config.Config;

/** Knows org.eclipse.microprofile.config, which is fenced off from scripts. */
public final class ConfiguredScript {

  String engine(Config config) {
    return config.getValue("engine", String.class);
  }
}
