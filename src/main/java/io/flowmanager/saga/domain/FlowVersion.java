// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

/** Which content of a flow file: a hash of it, in hexadecimal. */
public record FlowVersion(String value) {

  @Override
  public String toString() {
    return value;
  }
}
