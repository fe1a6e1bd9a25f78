// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import de.dentrassi.crypto.pem.PemReader;
import java.io.IOException;
import java.io.StringReader;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Converts private keys from the formats that Node accepts to the one that Java accepts: PKCS#8,
 * not encrypted. Messages never contain the key.
 *
 * <p>{@code pem-keystore} reads the older formats, but no encrypted keys; the JDK decrypts those.
 * Kafka's own reader of encrypted keys is not used: on a runtime that names PBES2 by its object
 * identifier, it refuses all keys that OpenSSL writes today.
 */
final class PrivateKeyPem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN (?<label>[A-Z ]*PRIVATE KEY)-----(?<body>[^-]*)-----END");
  private static final String PBES2 = "1.2.840.113549.1.5.13";

  /** How a key begins in DER. */
  private static final int SEQUENCE = 0x30;

  private PrivateKeyPem() {}

  /**
   * The key as PEM in PKCS#8.
   *
   * @throws IllegalArgumentException when it is none, or the passphrase does not open it
   */
  static String open(String pem, Optional<String> passphrase) {
    Matcher block = BLOCK.matcher(pem);
    if (!block.find()) {
      throw new IllegalArgumentException(
          "ssl.key does not contain a private key in PEM format (\"-----BEGIN PRIVATE KEY-----\")");
    }
    byte[] pkcs8 = pkcs8(block.group("label"), block.group("body"), passphrase);
    return pem("PRIVATE KEY", pkcs8);
  }

  private static String pem(String label, byte[] content) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static byte[] pkcs8(String label, String body, Optional<String> passphrase) {
    if (body.contains("ENCRYPTED")) {
      throw new IllegalArgumentException(
          "ssl.key is encrypted in OpenSSL's old format; convert it with: openssl pkcs8 -topk8");
    }
    byte[] content = decoded(body);
    return switch (label) {
      case "PRIVATE KEY" -> content;
      case "ENCRYPTED PRIVATE KEY" -> decrypted(content, passphrase);
      case "RSA PRIVATE KEY", "EC PRIVATE KEY" -> converted(pem(label, content), label);
      default ->
          throw new IllegalArgumentException(
              "ssl.key is a \"" + label + "\"; convert it with: openssl pkcs8 -topk8");
    };
  }

  /** Ignores characters outside of base64; the result must start like a key. */
  private static byte[] decoded(String body) {
    byte[] content = Base64.getMimeDecoder().decode(body);
    if (content.length == 0 || content[0] != SEQUENCE) {
      throw new IllegalArgumentException("ssl.key is damaged: its content is not a key");
    }
    return content;
  }

  private static byte[] converted(String pem, String label) {
    try (var reader = new PemReader(new StringReader(pem))) {
      return ((KeyPair) reader.readObject()).getPrivate().getEncoded();
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new IllegalArgumentException(
          "ssl.key cannot be read as \"" + label + "\"; convert it with: openssl pkcs8 -topk8");
    }
  }

  private static byte[] decrypted(byte[] content, Optional<String> passphrase) {
    String secret =
        passphrase.orElseThrow(
            () -> new IllegalArgumentException("ssl.key is encrypted and needs ssl.passphrase"));
    try {
      var info = new EncryptedPrivateKeyInfo(content);
      String algorithm = algorithm(info);
      SecretKey key =
          SecretKeyFactory.getInstance(algorithm)
              .generateSecret(new PBEKeySpec(secret.toCharArray()));
      Cipher cipher = Cipher.getInstance(algorithm);
      cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
      return info.getKeySpec(cipher).getEncoded();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "ssl.key cannot be decrypted: check the key and ssl.passphrase");
    }
  }

  /**
   * For PBES2, some runtimes return the object identifier of the scheme; only its parameters have
   * the name.
   */
  private static String algorithm(EncryptedPrivateKeyInfo info) {
    AlgorithmParameters parameters = info.getAlgParameters();
    boolean isNumber = PBES2.equals(info.getAlgName()) || "PBES2".equals(info.getAlgName());
    return isNumber && parameters != null ? parameters.toString() : info.getAlgName();
  }
}
