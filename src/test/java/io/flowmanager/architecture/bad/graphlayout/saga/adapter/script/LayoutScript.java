// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.graphlayout.saga.adapter.script;

import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Knows org.eclipse.elk, which is fenced off from scripts. */
public final class LayoutScript {

  Object graph() {
    return ElkGraphUtil.createGraph();
  }
}
