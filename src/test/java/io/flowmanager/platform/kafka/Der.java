// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.io.ByteArrayOutputStream;

/** Writes elements of DER, as keys consist of. */
final class Der {

  static final int SEQUENCE = 0x30;

  private Der() {}

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
