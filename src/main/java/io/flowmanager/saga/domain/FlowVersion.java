// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

/** The version of a flow file: a hash of its content, in hexadecimal. */
public record FlowVersion(String value) {

  @Override
  public String toString() {
    return value;
  }
}
