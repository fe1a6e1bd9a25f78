// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

/**
 * The address of the page behind a listed one: the same query, after its last entry, below the
 * context path that the application has on this server. Answers are made on other threads, where
 * servers no longer know the request; so it is remembered here.
 */
public final class NextPage {

  private final String path;
  private final UriBuilder here;

  /**
   * @param path of the listing below the application's root, with a slash at the front
   */
  public NextPage(String path, UriInfo request) {
    String root = request.getBaseUri().getRawPath();
    this.path = (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path;
    this.here = request.getRequestUriBuilder();
  }

  public String after(String last) {
    return path + "?" + here.replaceQueryParam("after", last).build().getRawQuery();
  }
}
