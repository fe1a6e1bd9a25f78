// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

/** Makes untrusted text storable. */
public final class StorableText {

  private static final int MAX_LENGTH = 1000;

  private StorableText() {}

  /** At most a thousand characters. PostgreSQL has no U+0000, and half a character is none. */
  public static String of(String text) {
    String start = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    return start.replace('\u0000', '\uFFFD');
  }
}
