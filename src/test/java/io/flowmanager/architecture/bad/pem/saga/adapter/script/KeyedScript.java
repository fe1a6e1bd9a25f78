// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.pem.saga.adapter.script;

import de.dentrassi.crypto.pem.PemReader;
import java.io.IOException;
import java.io.StringReader;
import java.security.cert.CertificateException;

/** Knows de.dentrassi.crypto, which is fenced off from scripts. */
public final class KeyedScript {

  Object key(String pem) throws CertificateException, IOException {
    try (var reader = new PemReader(new StringReader(pem))) {
      return reader.readObject();
    }
  }
}
