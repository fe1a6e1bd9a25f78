// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.report;

/** HTML around the sections. */
final class Page {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --back: #fbfbfa; --card: #fff; --text: #23272b; --dim: #6b7178;
        --line: #dfe2e5; --mine: #2a6fbb; --bound: #9aa7b4; --other: #c9a36a; --good: #1f7a4d; --bad: #b3372f;
        --c0: #2a6fbb; --c1: #b8651b; --c2: #6a4fb0; --c3: #1f7a4d; --c4: #b3372f; }
      @media (prefers-color-scheme: dark) { :root { --back: #15181b; --card: #1d2125; --text: #e4e7ea;
        --dim: #9aa1a8; --line: #343a40; --mine: #62a5ec; --bound: #69747f; --other: #a5834f; --good: #5cc38d;
        --bad: #ee7f76; --c0: #62a5ec; --c1: #e79a57; --c2: #ab95e6; --c3: #5cc38d; --c4: #ee7f76; } }
      body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 2.5rem 1.5rem; max-width: 1360px;
        background: var(--back); color: var(--text); }
      h1 { font-size: 1.7rem; margin: 0; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .3rem; }
      p { max-width: 75ch; color: var(--dim); margin: .2rem 0 1rem; }
      .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(420px, 1fr)); gap: 1rem; }
      figure { margin: 0; padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
      figcaption { font-weight: 600; margin-bottom: .5rem; }
      svg { width: 100%; height: auto; display: block; } svg text { font: 13px system-ui, sans-serif; fill: var(--text); }
      svg .label { text-anchor: end; } svg .value, svg .axis { fill: var(--dim); font-variant-numeric: tabular-nums; }
      svg .grid { stroke: var(--line); } svg .mine { fill: var(--mine); } svg .bound { fill: var(--bound); }
      svg .other { fill: var(--other); } svg .curve { fill: none !important; stroke-width: 2; }
      svg path.c0 { stroke: var(--c0); } svg path.c1 { stroke: var(--c1); } svg path.c2 { stroke: var(--c2); }
      svg path.c3 { stroke: var(--c3); } svg path.c4 { stroke: var(--c4); }
      svg text.c0 { fill: var(--c0); } svg text.c1 { fill: var(--c1); } svg text.c2 { fill: var(--c2); }
      svg text.c3 { fill: var(--c3); } svg text.c4 { fill: var(--c4); }
      .table { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
      table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
      th, td { padding: .4rem .8rem; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
      th { color: var(--dim); font-weight: 600; font-size: .85rem; } tr:last-child td { border-bottom: 0; }
      td.text, th.text { text-align: left; } td.wide { white-space: normal; }
      .yes { color: var(--good); font-weight: 600; } .no { color: var(--bad); font-weight: 600; }
      """;

  private final StringBuilder body = new StringBuilder();

  Page section(String title, String text, String content) {
    if (!content.isBlank()) {
      body.append("<h2>").append(Xml.text(title)).append("</h2><p>").append(Xml.text(text)).append("</p>").append(content);
    }
    return this;
  }

  String html(String title, String subtitle) {
    return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%1$s</title><style>%3$s</style></head>
        <body><h1>%1$s</h1><p>%2$s</p>%4$s</body></html>
        """
        .formatted(Xml.text(title), Xml.text(subtitle), STYLE, body);
  }
}
