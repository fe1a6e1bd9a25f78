// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.naming.saga.adapter.script;

import javax.naming.Name;

/** Knows javax.naming, which is fenced off from scripts. */
public final class NamedScript {

  void run(Name name) {
    name.hashCode();
  }
}
