// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import io.flowmanager.saga.application.Channels;
import io.flowmanager.saga.application.Lanes;
import io.flowmanager.saga.application.RelayCommands;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/**
 * What has threads. Kept by reference: when a server goes down, beans can no longer be looked up.
 */
record Engine(Lanes lanes, RelayCommands relay, Channels channels) {

  void start(ThreadFactory threads) {
    relay.start(threads);
    lanes.start(threads);
  }

  /** Intake first, then what is on its way, then the connections. */
  void stop(Duration patience) {
    lanes.stop(patience);
    relay.stop(patience);
    channels.close();
  }
}
