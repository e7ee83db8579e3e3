package dev.tollgate.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A Markdown table: the first column holds names, the others figures. */
final class Table {
  private final List<String> lines = new ArrayList<>();

  Table(String... columns) {
    row(columns);
    lines.add("|---|" + String.join("", Collections.nCopies(columns.length - 1, "---:|")));
  }

  Table row(String... cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
    return this;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
