// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.uuids.saga.adapter.script;

import com.fasterxml.uuid.Generators;

/** Knows com.fasterxml.uuid, which is fenced off from scripts. */
public final class NumberingScript {

  Object id() {
    return Generators.timeBasedEpochGenerator().generate();
  }
}
