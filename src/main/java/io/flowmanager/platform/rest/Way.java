// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

/** The two ways by which a request reaches its endpoint. */
public enum Way {
  /** A servlet filter calls the endpoint. */
  FAST_PATH("fast-path"),

  /** A JAX-RS resource calls the endpoint. */
  JAX_RS("jax-rs");

  private final String label;

  Way(String label) {
    this.label = label;
  }

  /** The name of this way in metrics. */
  public String label() {
    return label;
  }
}
