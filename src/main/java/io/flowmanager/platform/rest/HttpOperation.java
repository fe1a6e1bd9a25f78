// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

/**
 * An operation of the HTTP interface: its name and its address. HEAD and OPTIONS, which JAX-RS
 * answers by itself, are part of the operations at their path.
 *
 * @param name its {@code operationId} in OpenAPI
 * @param method in capitals, such as {@code GET}
 * @param path below the root of the application, with a leading slash and none at its end; a name
 *     in braces stands for a segment, {@code {flow}} for the name of a flow
 */
public record HttpOperation(String name, String method, String path) {

  public static HttpOperation get(String name, String path) {
    return new HttpOperation(name, "GET", path);
  }

  public static HttpOperation post(String name, String path) {
    return new HttpOperation(name, "POST", path);
  }

  public static HttpOperation delete(String name, String path) {
    return new HttpOperation(name, "DELETE", path);
  }

  /** Method and path, such as {@code GET /sagas/{id}}. */
  public String address() {
    return method + " " + path;
  }
}
