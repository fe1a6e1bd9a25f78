// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.grizzly.saga.adapter.script;

import org.glassfish.grizzly.http.server.AddOn;

/** Knows org.glassfish.grizzly, which is fenced off from scripts. */
public final class ListeningScript {

  void listen(AddOn listener) {
    listener.setup(null, null);
  }
}
