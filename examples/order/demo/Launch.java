// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a demo is made of. */
interface Launch {

  /** What it is called by Maven. */
  String profile();

  /** The flow file, below the project's folder. */
  Path flow();

  /** Ports beside the flow manager's that the flow's channels point to. */
  List<Integer> ports();

  /** What has to run before the flow manager, and until the end. */
  List<ProcessBuilder> first();

  ProcessBuilder server() throws DemoFault, IOException;

  ProcessBuilder participants();
}
