// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.jaxrs.saga.adapter.script;

import jakarta.ws.rs.core.Response;

/** Knows jakarta.ws.rs, which is fenced off from scripts. */
public final class AnsweringScript {

  int status(Response response) {
    return response.getStatus();
  }
}
