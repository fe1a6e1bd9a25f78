// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.httpclient.saga.adapter.script;

import java.net.http.HttpClient;

/** Knows java.net.http, which is fenced off from scripts. */
public final class CallingScript {

  HttpClient client() {
    return HttpClient.newHttpClient();
  }
}
