// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a demo is made of. */
interface Launch {

  /** What it is called by Maven. */
  String profile();

  /** The flow file, below the project's folder. */
  Path flow();

  /** Ports beside the flow manager's that have to be free. */
  List<Integer> ports();

  /** The broker, which has to run before the flow manager; none when there is no need of one. */
  Optional<ProcessBuilder> broker();

  ProcessBuilder server() throws DemoFault, IOException;

  ProcessBuilder participants();
}
