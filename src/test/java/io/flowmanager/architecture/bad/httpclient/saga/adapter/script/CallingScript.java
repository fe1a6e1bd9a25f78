// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.httpclient.saga.adapter.script;

import org.apache.hc.core5.http.HttpHost;

/** Knows the HTTP client, which is fenced off from scripts. */
public final class CallingScript {

  HttpHost host() {
    return new HttpHost("localhost");
  }
}
