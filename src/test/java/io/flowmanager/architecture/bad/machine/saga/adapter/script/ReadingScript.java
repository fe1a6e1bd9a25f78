// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.machine.saga.adapter.script;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;

/** Reads a stream as each machine does. */
public final class ReadingScript {

  Reader text(InputStream bytes) {
    return new InputStreamReader(bytes);
  }
}
