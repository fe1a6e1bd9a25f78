// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import org.apache.kafka.common.protocol.ApiKeys;

/**
 * Initialises the classes of Kafka's protocol: several hundred classes that refer to each other. If
 * clients start concurrently and one thread fails during this initialisation, no client of this
 * class loader works any more.
 */
public final class ProtocolClasses {

  private ProtocolClasses() {}

  /** Initialises them on the calling thread. To be called before the first client is created. */
  public static void makeReady() {
    ApiKeys.values();
  }
}
