// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.openapi.saga.adapter.script;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Knows org.eclipse.microprofile.openapi, which is fenced off from scripts. */
public final class DescribedScript {

  @Tag(name = "scripts")
  void run() {}
}
