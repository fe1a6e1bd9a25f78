// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** HTML around the sections. */
final class Page {

  private final StringBuilder body = new StringBuilder();

  Page section(String title, String text, String content) {
    if (!content.isBlank()) {
      body.append("<h2>")
          .append(Xml.text(title))
          .append("</h2><p>")
          .append(Xml.text(text))
          .append("</p>")
          .append(content);
    }
    return this;
  }

  String html(String title, String subtitle) throws IOException {
    return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%1$s</title><style>%3$s</style></head>
        <body><h1>%1$s</h1><p>%2$s</p>%4$s</body></html>
        """
        .formatted(Xml.text(title), Xml.text(subtitle), style(), body);
  }

  private static String style() throws IOException {
    try (InputStream style = Page.class.getResourceAsStream("page.css")) {
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
