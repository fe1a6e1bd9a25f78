// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the participants behave.
 *
 * @param flowManager where events go
 * @param data the folder of the inboxes
 * @param firstPause the pause before an event is sent again; each further one is twice as long, up
 *     to a bound
 */
record Settings(URI flowManager, Path data, Work work, Duration firstPause) {

  static Settings from(Arguments arguments) {
    return new Settings(
        URI.create(arguments.text("flow-manager", "http://localhost:8080")),
        Path.of(arguments.text("data", "data/participants")),
        Work.from(arguments),
        Duration.ofMillis(500));
  }
}
