// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import static io.flowmanager.testing.kafka.TestCertificates.pem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyPemTest {

  @Test
  void keyThatIsPkcs8AlreadyStays() throws GeneralSecurityException {
    byte[] key = rsa(2048).getEncoded();

    assertThat(PrivateKeyPem.open("Bag Attributes\n" + pem("PRIVATE KEY", key), Optional.empty()))
        .isEqualTo(pem("PRIVATE KEY", key));
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 2048, 4096})
  void rsaKeyInPkcs1IsWrapped(int bits) throws GeneralSecurityException {
    byte[] key = rsa(bits).getEncoded();

    String opened = PrivateKeyPem.open(pem("RSA PRIVATE KEY", inner(key)), Optional.empty());

    assertThat(opened).isEqualTo(pem("PRIVATE KEY", key));
  }

  /**
   * As {@code openssl ecparam -genkey} writes it: with the name of the curve and the public key.
   */
  @ParameterizedTest
  @CsvSource({"secp256r1, 68", "secp384r1, 100", "secp521r1, 137"})
  void ecKeyInSec1IsWrapped(String curve, int publicLength) throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    KeyPair pair = generator.generateKeyPair();
    var secret = (ECPrivateKey) pair.getPrivate();
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(curve));
    byte[] info = pair.getPublic().getEncoded();
    byte[] point = Arrays.copyOfRange(info, info.length - publicLength, info.length);
    byte[] sec1 =
        Der.element(
            0x30,
            new byte[] {2, 1, 1},
            Der.element(4, fieldElement(secret)),
            Der.element(0xA0, parameters.getEncoded()),
            Der.element(0xA1, point));

    String opened = PrivateKeyPem.open(pem("EC PRIVATE KEY", sec1), Optional.empty());

    var read = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec(opened));
    assertThat(read.getS()).isEqualTo(secret.getS());
    assertThat(read.getParams()).isEqualTo(secret.getParams());
  }

  /** As {@code openssl ec -no_public} writes it. */
  @Test
  void ecKeyWithoutItsPublicPartIsWrapped() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var secret = (ECPrivateKey) generator.generateKeyPair().getPrivate();
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    byte[] sec1 =
        Der.element(
            0x30,
            new byte[] {2, 1, 1},
            Der.element(4, fieldElement(secret)),
            Der.element(0xA0, parameters.getEncoded()));

    String opened = PrivateKeyPem.open(pem("EC PRIVATE KEY", sec1), Optional.empty());

    var read = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec(opened));
    assertThat(read.getS()).isEqualTo(secret.getS());
  }

  private static byte[] fieldElement(ECPrivateKey key) {
    int length = (key.getParams().getOrder().bitLength() + 7) / 8;
    byte[] number = key.getS().toByteArray();
    byte[] padded = new byte[length];
    int used = Math.min(length, number.length);
    System.arraycopy(number, number.length - used, padded, length - used, used);
    return padded;
  }

  private static PKCS8EncodedKeySpec spec(String pem) {
    String body = pem.lines().filter(line -> !line.startsWith("-")).collect(Collectors.joining());
    return new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PBEWithHmacSHA256AndAES_256",
        "PBEWithHmacSHA1AndAES_128",
        "PBEWithSHA1AndDESede"
      })
  void encryptedKeyIsOpenedByItsPassphrase(String algorithm) throws Exception {
    byte[] key = rsa(2048).getEncoded();
    String locked = LockedKeys.lock(key, algorithm, "open sesame");

    assertThat(PrivateKeyPem.open(locked, Optional.of("open sesame")))
        .isEqualTo(pem("PRIVATE KEY", key));
    assertThatThrownBy(() -> PrivateKeyPem.open(locked, Optional.of("open barley")))
        .hasMessageContaining("ssl.passphrase")
        .hasMessageNotContaining("barley");
    assertThatThrownBy(() -> PrivateKeyPem.open(locked, Optional.empty()))
        .hasMessageContaining("needs ssl.passphrase");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no pem at all",
        "-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\nMHc=\n-----END EC PRIVATE KEY-----",
        "-----BEGIN DSA PRIVATE KEY-----\nMHc=\n-----END DSA PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMHc=\n-----END RSA PRIVATE KEY-----"
      })
  void whatIsNoUsableKeyIsRefusedInWords(String text) {
    assertThatThrownBy(() -> PrivateKeyPem.open(text, Optional.of("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("ssl.key");
  }

  private static PrivateKey rsa(int bits) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair().getPrivate();
  }

  /** The octets that PKCS#8 wraps: here behind version (3 bytes) and algorithm (15 bytes). */
  private static byte[] inner(byte[] pkcs8) {
    int headerOfSequence = 4;
    int headerOfOctets = 4;
    int start = headerOfSequence + 3 + 15 + headerOfOctets;
    return Arrays.copyOfRange(pkcs8, start, pkcs8.length);
  }
}
