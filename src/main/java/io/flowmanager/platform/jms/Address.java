// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

/** A queue or a topic of a broker. */
public record Address(Kind kind, String name) {

  /** How messages are distributed. */
  public enum Kind {
    /** Each message goes to one reader. */
    QUEUE,
    /** Each message goes to every subscription. */
    TOPIC
  }

  public static Address queue(String name) {
    return new Address(Kind.QUEUE, name);
  }

  public static Address topic(String name) {
    return new Address(Kind.TOPIC, name);
  }

  @Override
  public String toString() {
    return (kind == Kind.QUEUE ? "queue " : "topic ") + name;
  }
}
