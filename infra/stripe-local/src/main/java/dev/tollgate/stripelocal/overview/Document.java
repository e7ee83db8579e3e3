package dev.tollgate.stripelocal.overview;

import dev.tollgate.stripelocal.pages.Html;

/** A page of tables. All text is escaped; nothing is loaded from elsewhere. */
final class Document {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #8884; --soft: #8881; }
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
      h1 { font-size: 1.4rem; margin: 0; }
      h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
      p { opacity: .7; margin: .2rem 0; }
      .wide { overflow-x: auto; border: 1px solid var(--line); border-radius: .6rem; }
      table { border-collapse: collapse; width: 100%; }
      th, td { padding: .45rem .8rem; text-align: left; white-space: nowrap; }
      th { font-weight: 600; font-size: .8rem; opacity: .7; background: var(--soft); }
      tr + tr td { border-top: 1px solid var(--line); }
      td:first-child { font-family: ui-monospace, monospace; font-size: .85rem; }
      .badge { background: var(--soft); border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .6rem; font-size: .85rem; }
      """;
  private static final String BADGE = "\u0000";

  private final StringBuilder html = new StringBuilder();

  Document(String title) {
    html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">")
        .append("<link rel=\"icon\" href=\"data:,\"><title>")
        .append(Html.text(title))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><h1>")
        .append(Html.text(title))
        .append("</h1>");
  }

  /** Marks a text to be shown as a badge in its cell. */
  static String badge(String text) {
    return BADGE + text;
  }

  void note(String text) {
    html.append("<p>").append(Html.text(text)).append("</p>");
  }

  void table(String title, int count, String... columns) {
    html.append("<h2>")
        .append(Html.text(title))
        .append(" (")
        .append(count)
        .append(")</h2><div class=\"wide\"><table><thead><tr>");
    for (String column : columns) {
      html.append("<th>").append(Html.text(column)).append("</th>");
    }
    html.append("</tr></thead><tbody>");
  }

  void row(String... cells) {
    html.append("<tr>");
    for (String cell : cells) {
      boolean badge = cell.startsWith(BADGE);
      html.append("<td>");
      if (badge) {
        html.append("<span class=\"badge\">")
            .append(Html.text(cell.substring(1)))
            .append("</span>");
      } else {
        html.append(Html.text(cell));
      }
      html.append("</td>");
    }
    html.append("</tr>");
  }

  void end() {
    html.append("</tbody></table></div>");
  }

  @Override
  public String toString() {
    return html + "</body></html>";
  }
}
