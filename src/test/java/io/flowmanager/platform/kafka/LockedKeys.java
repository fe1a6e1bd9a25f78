// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import io.flowmanager.testing.kafka.TestCertificates;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Private keys behind a passphrase, as {@code openssl pkcs8 -topk8} writes them. */
final class LockedKeys {

  private static final byte[] PBES2 = HexFormat.of().parseHex("06092a864886f70d01050d");
  private static final byte[] TRIPLE_DES = HexFormat.of().parseHex("060a2a864886f70d010c0103");

  private LockedKeys() {}

  static String lock(byte[] key, String algorithm, String passphrase)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        SecretKeyFactory.getInstance(algorithm)
            .generateSecret(new PBEKeySpec(passphrase.toCharArray())));
    return TestCertificates.pem("ENCRYPTED PRIVATE KEY", info(cipher, algorithm, key));
  }

  /** EncryptedPrivateKeyInfo of RFC 5208; Java's own class cannot write PBES2. */
  private static byte[] info(Cipher cipher, String algorithm, byte[] key)
      throws GeneralSecurityException {
    byte[] scheme = algorithm.contains("Hmac") ? PBES2 : TRIPLE_DES;
    try {
      return Der.element(
          Der.SEQUENCE,
          Der.element(Der.SEQUENCE, scheme, cipher.getParameters().getEncoded()),
          Der.element(4, cipher.doFinal(key)));
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
