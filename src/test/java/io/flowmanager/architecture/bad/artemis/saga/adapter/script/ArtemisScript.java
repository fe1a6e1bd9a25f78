// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.artemis.saga.adapter.script;

import org.apache.activemq.artemis.api.core.SimpleString;

/** Knows org.apache.activemq.artemis, which is fenced off from scripts. */
public final class ArtemisScript {

  void run(SimpleString name) {
    name.hashCode();
  }
}
