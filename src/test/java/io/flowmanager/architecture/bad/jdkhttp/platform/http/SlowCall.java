// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.jdkhttp.platform.http;

import java.net.http.HttpClient;

/** Knows the client of the JDK, which nobody uses. */
public final class SlowCall {

  HttpClient client() {
    return HttpClient.newHttpClient();
  }
}
