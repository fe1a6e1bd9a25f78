// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a flow manager or of the sagas of a flow (contract, "Settings"): an HTTP address,
 * or {@code flow:{name}} for a flow of this server.
 */
public sealed interface Address {

  /** The required form, for messages; follows the name of a setting or a place. */
  String FORM = "must be an http or https URL with a host, or flow:{name} for a hosted flow";

  /** A flow of this server. */
  record Hosted(String flow) implements Address {

    @Override
    public String toString() {
      return "flow:" + flow;
    }
  }

  /**
   * A remote service. The URI may contain credentials, before its host or in its query; {@code
   * toString} omits both.
   */
  record Remote(URI uri) implements Address {

    @Override
    public String toString() {
      return uri.getScheme() + "://" + Authority.of(uri).place() + uri.getRawPath();
    }
  }

  /** Parses an address; empty if the text does not have the {@link #FORM}. */
  static Optional<Address> parse(String text) {
    Matcher hosted = Pattern.compile("flow:([A-Za-z0-9][A-Za-z0-9._-]{0,99})").matcher(text);
    if (hosted.matches()) {
      return Optional.of(new Hosted(hosted.group(1)));
    }
    try {
      URI uri = new URI(text);
      boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean isUsable = isHttp && Authority.of(uri).isUsable() && uri.getRawFragment() == null;
      return isUsable ? Optional.of(new Remote(uri)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
