// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

/** Starts a broker, the flow manager and the participants, as {@link Demo} does over HTTP. */
public final class JmsDemo {

  private JmsDemo() {}

  public static void main(String[] line) throws InterruptedException {
    Demo.main(line, JmsLaunch::new);
  }
}
