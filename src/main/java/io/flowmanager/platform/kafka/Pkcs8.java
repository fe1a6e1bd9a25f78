// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** Wraps the older forms of private keys as RFC 5208 wants it, in DER. */
final class Pkcs8 {

  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;
  static final int SEQUENCE = 0x30;
  private static final int EC_PARAMETERS = 0xA0;

  private static final byte[] VERSION = {INTEGER, 1, 0};

  /** rsaEncryption with no parameters. */
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

  /** id-ecPublicKey. */
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

  private Pkcs8() {}

  /** A key of RFC 8017 ("PKCS#1"). */
  static byte[] ofRsa(byte[] key) {
    return element(SEQUENCE, VERSION, RSA, element(OCTETS, key));
  }

  /** A key of RFC 5915 ("SEC 1"); it must name its curve. */
  static byte[] ofEc(byte[] key) {
    byte[] algorithm = element(SEQUENCE, EC, curve(key));
    return element(SEQUENCE, VERSION, algorithm, element(OCTETS, key));
  }

  /** The content of the element [0] of the outer sequence. */
  private static byte[] curve(byte[] key) {
    try {
      int at = contentAt(key, 0);
      while (at < key.length) {
        int content = contentAt(key, at);
        int end = content + length(key, at);
        if ((key[at] & 0xFF) == EC_PARAMETERS) {
          return Arrays.copyOfRange(key, content, end);
        }
        at = end;
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("ssl.key is broken: it ends too early");
    }
    throw new IllegalArgumentException(
        "ssl.key does not name its curve; convert it with: openssl pkcs8 -topk8");
  }

  private static int contentAt(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    return first < 0x80 ? at + 2 : at + 2 + (first & 0x7F);
  }

  private static int length(byte[] der, int at) {
    int first = der[at + 1] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = at + 2; i < contentAt(der, at); i++) {
      length = length << 8 | der[i] & 0xFF;
    }
    return length;
  }

  /** An element of DER with that content. */
  static byte[] element(int tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    var element = new ByteArrayOutputStream();
    element.write(tag);
    writeLength(element, content.size());
    element.writeBytes(content.toByteArray());
    return element.toByteArray();
  }

  private static void writeLength(ByteArrayOutputStream element, int length) {
    if (length < 0x80) {
      element.write(length);
      return;
    }
    int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
    element.write(0x80 | bytes);
    for (int i = bytes - 1; i >= 0; i--) {
      element.write(length >> 8 * i);
    }
  }
}
