// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import io.flowmanager.testing.server.Http;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server's metrics tell of the requests that it got. */
final class HttpRequests {

  private HttpRequests() {}

  /** How many requests of the operation came that way since the server's start. */
  static double counted(Http server, String operation, String way) {
    Matcher sample =
        Pattern.compile(
                "(?m)^flow_manager_http_requests_total\\{operation=\"%s\",way=\"%s\"\\} (\\S+)$"
                    .formatted(operation, way))
            .matcher(server.get("-/metrics").body());
    return sample.find() ? Double.parseDouble(sample.group(1)) : 0;
  }
}
