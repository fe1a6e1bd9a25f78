// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

/**
 * The address of the next page of a listing: the same query, after the last entry, below the
 * context path of the application. Answers are created on other threads, where servers no longer
 * provide the request; so this object keeps what is needed.
 */
public final class NextPage {

  private final String path;
  private final UriBuilder here;

  /**
   * @param path path of the listing below the application's root, with a leading slash
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
