// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.servlet.saga.adapter.script;

import jakarta.servlet.ServletContext;

/** Knows jakarta.servlet, which is fenced off from scripts. */
public final class ServletScript {

  String path(ServletContext context) {
    return context.getContextPath();
  }
}
