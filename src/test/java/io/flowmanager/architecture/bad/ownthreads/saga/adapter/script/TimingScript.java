// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.ownthreads.saga.adapter.script;

import java.util.Timer;

/** Makes a timer, which is a thread. */
public final class TimingScript {

  Timer timer() {
    return new Timer(true);
  }
}
