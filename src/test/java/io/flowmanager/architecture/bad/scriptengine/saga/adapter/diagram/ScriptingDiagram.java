// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.scriptengine.saga.adapter.diagram;

import io.roastedroot.quickjs4j.core.JavyPluginModule;

/** Knows io.roastedroot.quickjs4j, which is fenced off from diagrams. */
public final class ScriptingDiagram {

  Object engine() {
    return JavyPluginModule.load();
  }
}
