// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

/** Why the demo cannot run; the message is a sentence for whoever started it. */
final class DemoFault extends Exception {

  private static final long serialVersionUID = 1L;

  DemoFault(String sentence) {
    super(sentence);
  }
}
