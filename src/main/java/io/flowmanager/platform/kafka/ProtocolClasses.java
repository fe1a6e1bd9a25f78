// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import org.apache.kafka.common.protocol.ApiKeys;

/**
 * The classes of Kafka's protocol, some hundreds that are made ready together and refer to each
 * other. Should one thread of several clients that start side by side fail at that, no client of
 * this class loader works ever after.
 */
public final class ProtocolClasses {

  private ProtocolClasses() {}

  /** Makes them ready on the calling thread; to be called before the first client is made. */
  public static void makeReady() {
    ApiKeys.values();
  }
}
