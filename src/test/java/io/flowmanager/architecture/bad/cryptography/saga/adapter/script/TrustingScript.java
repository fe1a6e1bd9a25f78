// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.cryptography.saga.adapter.script;

import javax.net.ssl.SSLContext;

/** Knows javax.net.ssl, which is fenced off from scripts. */
public final class TrustingScript {

  void run(SSLContext trust) {
    trust.hashCode();
  }
}
