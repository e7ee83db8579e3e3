package dev.tollgate.stripelocal.invoices;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The smallest PDF that shows lines of text on one page (PDF 1.4, Helvetica, Latin letters). */
final class Pdf {
  private Pdf() {}

  static byte[] of(List<String> lines) {
    StringBuilder text = new StringBuilder("BT /F1 11 Tf 50 790 Td 16 TL\n");
    lines.forEach(line -> text.append('(').append(escaped(line)).append(") Tj T*\n"));
    text.append("ET");
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    return file(objects).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Header, objects, where each of them begins, and where that list begins. */
  private static String file(List<String> objects) {
    StringBuilder file = new StringBuilder("%PDF-1.4\n");
    List<Integer> starts = new ArrayList<>();
    for (String object : objects) {
      starts.add(file.length());
      file.append(starts.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
    }
    int table = file.length();
    file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
    starts.forEach(start -> file.append("%010d 00000 n \n".formatted(start)));
    file.append("trailer << /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\n");
    return file.append("startxref\n").append(table).append("\n%%EOF\n").toString();
  }

  private static String escaped(String line) {
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace('×', 'x');
  }
}
