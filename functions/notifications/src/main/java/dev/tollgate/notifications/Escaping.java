package dev.tollgate.notifications;

/** How a value is made harmless for the kind of text it is put into. */
enum Escaping {
  /** One line of plain words. */
  TEXT {
    @Override
    String apply(String value) {
      return withoutControls(value);
    }
  },

  /** Between tags, or inside a quoted attribute. */
  HTML {
    @Override
    String apply(String value) {
      StringBuilder escaped = new StringBuilder(value.length() + 16);
      withoutControls(value)
          .codePoints()
          .forEach(
              c -> {
                switch (c) {
                  case '&' -> escaped.append("&amp;");
                  case '<' -> escaped.append("&lt;");
                  case '>' -> escaped.append("&gt;");
                  case '"' -> escaped.append("&quot;");
                  case '\'' -> escaped.append("&#39;");
                  default -> escaped.appendCodePoint(c);
                }
              });
      return escaped.toString();
    }
  };

  abstract String apply(String value);

  /**
   * A value is one line: what breaks one becomes a blank, what is invisible goes, above all the
   * marks that turn the reading direction round. Joiners stay, since Indic scripts and emoji need
   * them.
   */
  private static String withoutControls(String value) {
    StringBuilder clean = new StringBuilder(value.length());
    value
        .codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append(' ');
                case Character.CONTROL -> {
                  if (c == '\n' || c == '\r' || c == '\t') {
                    clean.append(' ');
                  }
                }
                case Character.FORMAT -> {
                  if (c == 0x200B || c == 0x200C || c == 0x200D) {
                    clean.appendCodePoint(c);
                  }
                }
                case Character.SURROGATE -> {}
                default -> clean.appendCodePoint(c);
              }
            });
    return clean.toString();
  }
}
